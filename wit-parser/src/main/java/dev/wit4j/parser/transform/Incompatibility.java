package dev.wit4j.parser.transform;

import dev.wit4j.parser.source.Span;

/**
 * A reason why a component made for one world does not fit another.
 *
 * @param where what it is about, such as {@code import a:b/c, function `f`}
 * @param message what has changed, and why that matters
 * @param span the place in the new world, or {@link Span#NONE}
 */
public record Incompatibility(String where, String message, Span span) {
    @Override
    public String toString() {
        return where + ": " + message;
    }
}
