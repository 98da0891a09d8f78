/**
 * From a resolved model of WIT packages to Java source: {@link JavaGenerator} is the way in and names the steps between.
 * May import every package below it, the parser's model and diagnostics, and the JDK.
 */
@NullMarked
package dev.wit4j.codegen;

import org.jspecify.annotations.NullMarked;
