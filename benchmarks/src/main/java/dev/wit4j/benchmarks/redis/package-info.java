/** The store on Redis, beside bare commands. Imports the runtime and its stores. */
@NullMarked
package dev.wit4j.benchmarks.redis;

import org.jspecify.annotations.NullMarked;
