/** The generator, beside the compiler of what it generates. Imports the parser and the generator. */
@NullMarked
package dev.wit4j.benchmarks.codegen;

import org.jspecify.annotations.NullMarked;
