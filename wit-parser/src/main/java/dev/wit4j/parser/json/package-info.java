/**
 * The model as JSON, in the form that the reference implementation writes, so that tools made for that can read ours. May
 * import {@code dev.wit4j.parser.model} and the JDK alone.
 */
@NullMarked
package dev.wit4j.parser.json;

import org.jspecify.annotations.NullMarked;
