package dev.wit4j.parser.ast;

import dev.wit4j.parser.source.Span;

/**
 * A name.
 *
 * @param name the name, without the {@code %} that may escape it
 * @param span where it is written
 */
public record Identifier(String name, Span span) {}
