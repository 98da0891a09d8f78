/**
 * From what a build file asks for to files on disk: a request, the inputs, the generator, the writer. May import the
 * parser, the generator and the packages {@code incremental}, {@code report} and {@code source}.
 */
@NullMarked
package dev.wit4j.maven.generation;

import org.jspecify.annotations.NullMarked;
