/**
 * The WIT that a build reads: folders of the project and what its dependencies ship, read once, so that what is
 * fingerprinted is what is parsed. May import {@code dev.wit4j.maven.incremental} and the JDK alone.
 *
 * <p>What runs in a build without changes is written without lambdas and streams: linking the first of them takes a virtual
 * machine that has just started longer than all the rest.
 */
@NullMarked
package dev.wit4j.maven.source;

import org.jspecify.annotations.NullMarked;
