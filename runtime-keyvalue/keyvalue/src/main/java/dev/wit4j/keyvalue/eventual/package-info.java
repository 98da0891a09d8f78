/**
 * Hosts {@code wasi:keyvalue@0.1.0}: an absent key is no value. May import {@code dev.wit4j.keyvalue.bucket}, {@code dev.wit4j.keyvalue.io}, core and generated bindings.
 */
@NullMarked
package dev.wit4j.keyvalue.eventual;

import org.jspecify.annotations.NullMarked;
