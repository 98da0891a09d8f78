/**
 * From the text of one file to its AST: lexer and parser generated from the grammars beside this package, the checks that
 * need a place but no other file, and the builder of the AST.
 *
 * <p>The only package that may import ANTLR; no public signature of ours names one of its types. May import {@code
 * dev.wit4j.parser.ast}, {@code diagnostic}, {@code model} and {@code source} besides.
 */
@NullMarked
package dev.wit4j.parser.syntax;

import org.jspecify.annotations.NullMarked;
