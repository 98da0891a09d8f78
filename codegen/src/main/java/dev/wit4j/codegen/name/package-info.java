/**
 * Every Java name, decided in one pass over the live units: casing, words that Java or generated code needs, clashes. May import
 * the parser's model and diagnostics, {@code dev.wit4j.codegen.live} and the JDK.
 */
@NullMarked
package dev.wit4j.codegen.name;

import org.jspecify.annotations.NullMarked;
