/**
 * What a resolved model may contain and a component may not: found before code is generated, as WebAssembly would refuse it
 * later. May import {@code dev.wit4j.parser.diagnostic}, {@code model} and {@code source}.
 */
@NullMarked
package dev.wit4j.parser.check;

import org.jspecify.annotations.NullMarked;
