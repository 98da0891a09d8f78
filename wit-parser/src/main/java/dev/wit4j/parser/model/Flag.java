package dev.wit4j.parser.model;

import dev.wit4j.parser.source.Span;
import java.util.Optional;

/**
 * One of the flags of a {@code flags} type.
 *
 * @param name its name
 * @param docs its documentation
 * @param span the place of the name
 */
public record Flag(String name, Optional<Docs> docs, Span span) {}
