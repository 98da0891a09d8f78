/**
 * Hosts {@code wasi:io@0.2.0-rc-2023-11-10} over bodies of values in memory: streams that never wait. May import {@code dev.wit4j.keyvalue.bucket},
 * core and generated bindings.
 */
@NullMarked
package dev.wit4j.keyvalue.io2023;

import org.jspecify.annotations.NullMarked;
