/**
 * Whether what was made for an earlier release of a package still fits. May import the parser, the generator's tracks, and
 * the packages {@code contract} and {@code report}.
 */
@NullMarked
package dev.wit4j.maven.compatibility;

import org.jspecify.annotations.NullMarked;
