package dev.wit4j.codegen.live;

import dev.wit4j.parser.model.Function;
import dev.wit4j.parser.model.PrimitiveType;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.model.Type;
import dev.wit4j.parser.model.TypeDef;
import dev.wit4j.parser.model.TypeDefKind;
import dev.wit4j.parser.model.TypeId;
import java.util.Optional;

/** What a function declares as the error side of its result: it decides which exception carries it. */
public sealed interface ErrorType {
    /** The error says nothing. */
    record Absent() implements ErrorType {}

    /** The error is a primitive type. */
    record Primitive(PrimitiveType type) implements ErrorType {}

    /** The error is a {@code list<u8>}. */
    record Bytes() implements ErrorType {}

    /** The error is a type with a name, other names for it seen through. */
    record Named(TypeId id) implements ErrorType {}

    /** The error is written where it is used. */
    record Anonymous() implements ErrorType {}

    /** The result of {@code function}, if that is a WIT {@code result}: then it may fail. */
    static Optional<TypeDefKind.Result> resultOf(Resolve resolve, Function function) {
        return function.result()
                .map(type -> definition(resolve, type))
                .filter(TypeId.class::isInstance)
                .map(id -> resolve.type((TypeId) id).kind())
                .filter(TypeDefKind.Result.class::isInstance)
                .map(TypeDefKind.Result.class::cast);
    }

    /** The error that {@code function} declares, if it may fail. */
    static Optional<ErrorType> of(Resolve resolve, Function function) {
        return resultOf(resolve, function)
                .map(result -> result.err()
                        .map(type -> of(resolve, definition(resolve, type)))
                        .orElseGet(Absent::new));
    }

    private static ErrorType of(Resolve resolve, Type type) {
        if (type instanceof PrimitiveType primitive) {
            return new Primitive(primitive);
        }
        var id = (TypeId) type;
        TypeDef definition = resolve.type(id);
        if (definition.kind() instanceof TypeDefKind.Own own) {
            return new Named((TypeId) definition(resolve, own.resource()));
        }
        if (definition.kind() instanceof TypeDefKind.List list
                && definition(resolve, list.element()) == PrimitiveType.U8) {
            return new Bytes();
        }
        return definition.name().isPresent() ? new Named(id) : new Anonymous();
    }

    /** The type that {@code type} is, other names for it seen through. */
    static Type definition(Resolve resolve, Type type) {
        Type seen = type;
        while (seen instanceof TypeId id && resolve.type(id).kind() instanceof TypeDefKind.Alias alias) {
            seen = alias.type();
        }
        return seen;
    }
}
