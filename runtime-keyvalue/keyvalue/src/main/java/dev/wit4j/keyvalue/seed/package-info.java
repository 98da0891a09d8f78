/**
 * Hosts {@code wasi:keyvalue} of 2023, which has no version: an absent key is an error. May import {@code dev.wit4j.keyvalue.bucket}, {@code dev.wit4j.keyvalue.io2023}, core and generated bindings.
 */
@NullMarked
package dev.wit4j.keyvalue.seed;

import org.jspecify.annotations.NullMarked;
