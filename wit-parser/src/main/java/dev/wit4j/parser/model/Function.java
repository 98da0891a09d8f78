package dev.wit4j.parser.model;

import dev.wit4j.parser.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A function of an interface or a world.
 *
 * @param name its name; that of a resource's function is mangled: {@code [method]bucket.get}, {@code [static]bucket.open},
 *     {@code [constructor]bucket}
 * @param kind what it belongs to, and whether it is async
 * @param params its parameters, {@code self} of a method included
 * @param result the type of its result, if it has one
 * @param docs its documentation
 * @param stability its gates
 * @param externalId the {@code @external-id} of it, if it has one
 * @param span the place of the name
 */
public record Function(
        String name,
        FunctionKind kind,
        List<Param> params,
        Optional<Type> result,
        Optional<Docs> docs,
        Stability stability,
        Optional<String> externalId,
        Span span) {
    public Function {
        params = List.copyOf(params);
    }

    /** The name as written in WIT, without the mangling; that of a constructor is {@code constructor}. */
    public String itemName() {
        if (kind instanceof FunctionKind.Constructor) {
            return "constructor";
        }
        return kind instanceof FunctionKind.Freestanding ? name : name.substring(name.indexOf('.') + 1);
    }

    /** The same function, each type that it mentions replaced. */
    public Function withTypes(UnaryOperator<TypeId> replacement) {
        UnaryOperator<Type> use = type -> type instanceof TypeId id ? replacement.apply(id) : type;
        return new Function(
                name,
                kind.owner()
                        .map(owner -> kind.withOwner(replacement.apply(owner)))
                        .orElse(kind),
                params.stream()
                        .map(param -> new Param(param.name(), use.apply(param.type()), param.span()))
                        .toList(),
                result.map(use),
                docs,
                stability,
                externalId,
                span);
    }
}
