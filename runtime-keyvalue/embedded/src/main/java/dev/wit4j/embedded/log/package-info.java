/**
 * The log: one totally ordered sequence of records for everything that a store does, in preallocated segments, made durable by
 * one thread for all who wait. Knows nothing of what a record means. May import {@code dev.wit4j.embedded.file} and
 * {@code thread}, the exceptions of {@code dev.wit4j.journal} and the JDK.
 */
@NullMarked
package dev.wit4j.embedded.log;

import org.jspecify.annotations.NullMarked;
