/** The parser: warm, as a process, for growing and for hostile input. Imports the parser alone. */
@NullMarked
package dev.wit4j.benchmarks.parser;

import org.jspecify.annotations.NullMarked;
