/** Whole builds, each by a Maven in a process of its own. */
@NullMarked
package dev.wit4j.maven.it;

import org.jspecify.annotations.NullMarked;
