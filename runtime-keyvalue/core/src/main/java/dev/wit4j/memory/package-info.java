/**
 * A store that lives as long as its process: for tests, and the reference for what every store does. May import
 * {@code dev.wit4j}, {@code dev.wit4j.value}, {@code dev.wit4j.journal} and the JDK.
 */
@NullMarked
package dev.wit4j.memory;

import org.jspecify.annotations.NullMarked;
