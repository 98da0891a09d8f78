/** Durable workers on the embedded store. Imports the runtime and its stores. */
@NullMarked
package dev.wit4j.benchmarks.worker;

import org.jspecify.annotations.NullMarked;
