package dev.wit4j.parser.model;

import dev.wit4j.parser.source.Span;

/**
 * A parameter of a function.
 *
 * @param name its name
 * @param type its type
 * @param span the place of the name
 */
public record Param(String name, Type type, Span span) {}
