/**
 * What is to be generated, in terms of Java and free of any way to write it: the seam between translation and emission. May
 * import {@code dev.wit4j.codegen.name}, {@code PrimitiveType} of the parser's model and the JDK.
 */
@NullMarked
package dev.wit4j.codegen.model;

import org.jspecify.annotations.NullMarked;
