package dev.wit4j.parser.model;

import dev.wit4j.parser.source.Span;
import java.util.Optional;

/**
 * A field of a record.
 *
 * @param name its name
 * @param type its type
 * @param docs its documentation
 * @param span the place of the name
 */
public record Field(String name, Type type, Optional<Docs> docs, Span span) {}
