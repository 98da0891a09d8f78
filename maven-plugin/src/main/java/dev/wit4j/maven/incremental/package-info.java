/**
 * Whether there is anything to do, decided by content: fingerprints of what goes in, and a record of what came out last
 * time. May import the JDK alone.
 */
@NullMarked
package dev.wit4j.maven.incremental;

import org.jspecify.annotations.NullMarked;
