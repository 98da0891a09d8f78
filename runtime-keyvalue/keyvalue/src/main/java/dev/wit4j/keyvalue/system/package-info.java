/**
 * Hosts what a component knows of the machine that it runs on: {@code wasi:clocks}, {@code wasi:random} and {@code wasi:logging}.
 * What differs from run to run is journaled. May import {@code dev.wit4j.keyvalue.io}, core, slf4j and generated bindings.
 */
@NullMarked
package dev.wit4j.keyvalue.system;

import org.jspecify.annotations.NullMarked;
