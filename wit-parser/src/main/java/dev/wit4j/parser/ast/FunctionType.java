package dev.wit4j.parser.ast;

import dev.wit4j.parser.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * The type of a function.
 *
 * @param async whether it is an {@code async func}
 * @param parameters its parameters
 * @param result the type of its result, if it has one
 * @param span the place of the keyword {@code func} or {@code constructor}
 */
public record FunctionType(boolean async, List<Parameter> parameters, Optional<TypeExpression> result, Span span) {
    public FunctionType {
        parameters = List.copyOf(parameters);
    }

    /** {@code name: type}. */
    public record Parameter(Identifier name, TypeExpression type) {}
}
