/**
 * Bindings that jars ship: which Java package an interface has, what shape it had when it was generated, and whether that
 * fits. May import the parser's model, the generator's tracks, the packages {@code report} and {@code source}, and Jackson.
 */
@NullMarked
package dev.wit4j.maven.index;

import org.jspecify.annotations.NullMarked;
