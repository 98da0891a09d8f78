/**
 * What a worker writes into its journal, and its encoding, which {@code docs/journal.md} gives byte by byte. Stores carry these
 * bytes without looking into them. May import {@code dev.wit4j}, {@code dev.wit4j.journal} and the JDK.
 */
@NullMarked
package dev.wit4j.runtime.entry;

import org.jspecify.annotations.NullMarked;
