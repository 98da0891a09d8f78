package dev.wit4j.parser.model;

import dev.wit4j.parser.source.Span;
import java.util.Optional;

/**
 * A case of an {@code enum}.
 *
 * @param name its name
 * @param docs its documentation
 * @param span the place of the name
 */
public record EnumCase(String name, Optional<Docs> docs, Span span) {}
