/**
 * Whether there is anything to do, decided by content: fingerprints of what goes in, and a record of what came out last
 * time. May import {@code dev.wit4j.codegen.output} and the JDK alone.
 */
@NullMarked
package dev.wit4j.maven.incremental;

import org.jspecify.annotations.NullMarked;
