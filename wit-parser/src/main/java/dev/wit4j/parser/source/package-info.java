/** Where text came from: sources laid end to end in one map, and spans that point into it. Imports the JDK alone. */
@NullMarked
package dev.wit4j.parser.source;

import org.jspecify.annotations.NullMarked;
