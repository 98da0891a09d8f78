/**
 * Hosts {@code wasi:io@0.2} over bodies of values in memory, streams that never wait, and over the worker's clock, for which
 * polls do. May import {@code dev.wit4j.keyvalue.bucket}, core and generated bindings.
 */
@NullMarked
package dev.wit4j.keyvalue.io;

import org.jspecify.annotations.NullMarked;
