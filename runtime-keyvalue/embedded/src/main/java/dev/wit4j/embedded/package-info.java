/**
 * The embedded store: a log that is the truth, and tables that are a view of it. May import {@code dev.wit4j},
 * {@code dev.wit4j.journal}, its own packages and the JDK.
 */
@NullMarked
package dev.wit4j.embedded;

import org.jspecify.annotations.NullMarked;
