/**
 * From the model of what is generated to Java source, an emitter per kind. The only package that knows JavaPoet. May import
 * {@code model} and {@code name} beside it, {@code PrimitiveType} of the parser's model, JavaPoet and the JDK.
 */
@NullMarked
package dev.wit4j.codegen.emit;

import org.jspecify.annotations.NullMarked;
