/**
 * Passes over a resolved model: each takes one and makes another, or says something about it. May import
 * {@code dev.wit4j.parser.model}, {@code draft}, {@code source}, {@code diagnostic}, of {@code resolve} the elaboration of worlds,
 * and the JDK alone.
 */
@NullMarked
package dev.wit4j.parser.transform;

import org.jspecify.annotations.NullMarked;
