/**
 * The goals, and the parameter objects that a build file fills in. A goal turns its parameters into an immutable request
 * and hands it on; may import every package below it, Maven's API and the plexus build API.
 */
@NullMarked
package dev.wit4j.maven;

import org.jspecify.annotations.NullMarked;
