/**
 * Values on their way: the structure of types, and the events of a value that formats write and read. May import
 * {@code dev.wit4j} and the JDK.
 */
@NullMarked
package dev.wit4j.value;

import org.jspecify.annotations.NullMarked;
