/** What is wrong, where, and what to do about it. May import {@code dev.wit4j.parser.source} and the JDK alone. */
@NullMarked
package dev.wit4j.parser.diagnostic;

import org.jspecify.annotations.NullMarked;
