/**
 * A model while it is built or changed: the arenas of a {@link dev.wit4j.parser.model.Resolve} with mutable entries, for one
 * thread. May import {@code dev.wit4j.parser.model}, {@code dev.wit4j.parser.source} and the JDK alone.
 */
@NullMarked
package dev.wit4j.parser.draft;

import org.jspecify.annotations.NullMarked;
