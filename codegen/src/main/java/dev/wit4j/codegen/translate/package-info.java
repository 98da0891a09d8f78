/**
 * From live units and their names to the model of what is generated. May import the parser's model, {@code live}, {@code name}
 * and {@code model} beside it, and the JDK.
 */
@NullMarked
package dev.wit4j.codegen.translate;

import org.jspecify.annotations.NullMarked;
