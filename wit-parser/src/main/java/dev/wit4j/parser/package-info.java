/**
 * The way in: {@link dev.wit4j.parser.WitParser} takes files, directories or texts and gives the resolved model, or what is
 * wrong with them.
 */
@NullMarked
package dev.wit4j.parser;

import org.jspecify.annotations.NullMarked;
