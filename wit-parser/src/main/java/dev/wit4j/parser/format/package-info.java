/**
 * Tidies the text of a file: the same words and comments in the same order, arranged anew. Unlike printing it needs no model
 * and loses nothing. May import {@code dev.wit4j.parser.syntax}, {@code source}, {@code diagnostic} and the JDK alone.
 */
@NullMarked
package dev.wit4j.parser.format;

import org.jspecify.annotations.NullMarked;
