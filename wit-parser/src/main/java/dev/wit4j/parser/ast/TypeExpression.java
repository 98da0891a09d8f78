package dev.wit4j.parser.ast;

import dev.wit4j.parser.model.PrimitiveType;
import dev.wit4j.parser.source.Span;
import java.util.List;
import java.util.Optional;

/** A type where it is used. */
public sealed interface TypeExpression {
    /** The place to point at: the name, or the keyword that begins the expression. */
    Span span();

    /** A type that needs no definition. */
    record Primitive(PrimitiveType type, Span span) implements TypeExpression {}

    /** A type by its name. */
    record Named(Identifier name) implements TypeExpression {
        @Override
        public Span span() {
            return name.span();
        }
    }

    /** {@code own<resource>}. */
    record Own(Identifier resource) implements TypeExpression {
        @Override
        public Span span() {
            return resource.span();
        }
    }

    /** {@code borrow<resource>}. */
    record Borrow(Identifier resource) implements TypeExpression {
        @Override
        public Span span() {
            return resource.span();
        }
    }

    /** {@code list<element>}. */
    record ListOf(TypeExpression element, Span span) implements TypeExpression {}

    /** {@code list<element, size>}; {@code size} is an unsigned 32-bit number. */
    record FixedLengthListOf(TypeExpression element, int size, Span span) implements TypeExpression {}

    /** {@code map<key, value>}. */
    record MapOf(TypeExpression key, TypeExpression value, Span span) implements TypeExpression {}

    /** {@code tuple<...>}. */
    record TupleOf(List<TypeExpression> types, Span span) implements TypeExpression {
        public TupleOf {
            types = List.copyOf(types);
        }
    }

    /** {@code option<type>}. */
    record OptionOf(TypeExpression type, Span span) implements TypeExpression {}

    /** {@code result<ok, err>}, either side of which may be absent. */
    record ResultOf(Optional<TypeExpression> ok, Optional<TypeExpression> err, Span span) implements TypeExpression {}

    /** {@code future<payload>}. */
    record FutureOf(Optional<TypeExpression> payload, Span span) implements TypeExpression {}

    /** {@code stream<payload>}. */
    record StreamOf(Optional<TypeExpression> payload, Span span) implements TypeExpression {}
}
