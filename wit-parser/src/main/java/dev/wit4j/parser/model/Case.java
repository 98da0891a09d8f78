package dev.wit4j.parser.model;

import dev.wit4j.parser.source.Span;
import java.util.Optional;

/**
 * A case of a variant.
 *
 * @param name its name
 * @param type the type of its payload, if it has one
 * @param docs its documentation
 * @param span the place of the name
 */
public record Case(String name, Optional<Type> type, Optional<Docs> docs, Span span) {}
