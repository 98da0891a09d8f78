/**
 * Hosts {@code wasi:keyvalue} in all its generations, on whatever store is below. One semantics, in {@code bucket}, and an
 * adapter for each generation. May import core, generated bindings and the JDK.
 */
@NullMarked
package dev.wit4j.keyvalue;

import org.jspecify.annotations.NullMarked;
