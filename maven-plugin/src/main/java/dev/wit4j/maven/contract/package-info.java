/**
 * From files to one resolved model: which packages take part, and where each comes from. May import the parser and the
 * packages {@code report} and {@code source}.
 */
@NullMarked
package dev.wit4j.maven.contract;

import org.jspecify.annotations.NullMarked;
