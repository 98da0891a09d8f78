/**
 * What buckets mean, whatever generation of {@code wasi:keyvalue} asks: limits, access, effects and their outcomes. May import
 * core and the JDK.
 */
@NullMarked
package dev.wit4j.keyvalue.bucket;

import org.jspecify.annotations.NullMarked;
