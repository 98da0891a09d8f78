/**
 * Whether there is anything to do, decided by content: fingerprints of what goes in, and a record of what came out last
 * time. May import {@code dev.wit4j.codegen.output} and the JDK alone.
 *
 * <p>What runs in a build without changes is written without lambdas and streams: linking the first of them takes a virtual
 * machine that has just started longer than all the rest.
 */
@NullMarked
package dev.wit4j.maven.incremental;

import org.jspecify.annotations.NullMarked;
