/**
 * What a store offers to the runtime: journals whose commits carry an effect with them, mailboxes, and buckets. Stores
 * implement it, the runtime calls it. May import {@code dev.wit4j}, {@code dev.wit4j.value} and the JDK.
 */
@NullMarked
package dev.wit4j.journal;

import org.jspecify.annotations.NullMarked;
