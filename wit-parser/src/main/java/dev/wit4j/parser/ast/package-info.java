/**
 * What one WIT file says, as written: immutable records with the place of each name. No ANTLR type is here.
 *
 * <p>May import {@code dev.wit4j.parser.source}, {@code dev.wit4j.parser.model} and the JDK alone.
 */
@NullMarked
package dev.wit4j.parser.ast;

import org.jspecify.annotations.NullMarked;
