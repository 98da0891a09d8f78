/**
 * The model as WIT text: {@link dev.wit4j.parser.print.WitPrinter} prints what a model says, not how its author wrote it.
 * May import {@code dev.wit4j.parser.model} and the JDK alone.
 */
@NullMarked
package dev.wit4j.parser.print;

import org.jspecify.annotations.NullMarked;
