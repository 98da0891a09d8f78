/** Hosts {@code wasi:keyvalue@0.2.0-draft2}. May import {@code dev.wit4j.keyvalue.bucket}, core and generated bindings. */
@NullMarked
package dev.wit4j.keyvalue.draft2;

import org.jspecify.annotations.NullMarked;
