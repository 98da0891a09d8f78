package dev.wit4j.parser.diagnostic;

import dev.wit4j.parser.source.Span;

/**
 * A second place that a {@link Diagnostic} speaks of, such as the first of two definitions.
 *
 * @param span where
 * @param message what is there, a short phrase
 */
public record Label(Span span, String message) {}
