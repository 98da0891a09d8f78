/** Guests that do the same by each generation of wasi:keyvalue. */
@NullMarked
package dev.wit4j.host.generation;

import org.jspecify.annotations.NullMarked;
