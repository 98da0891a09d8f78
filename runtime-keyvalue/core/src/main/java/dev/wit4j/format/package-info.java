/**
 * Formats of values: the binary encoding of the component model made injective, WAVE text, and JSON. Each is a pair of a
 * writer and a reader of events. May import {@code dev.wit4j}, {@code dev.wit4j.value}, {@code dev.wit4j.component} and the JDK.
 */
@NullMarked
package dev.wit4j.format;

import org.jspecify.annotations.NullMarked;
