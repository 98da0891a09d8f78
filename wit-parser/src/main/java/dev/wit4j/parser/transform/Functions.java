package dev.wit4j.parser.transform;

import dev.wit4j.parser.model.Function;
import dev.wit4j.parser.model.FunctionKind;
import dev.wit4j.parser.model.Param;
import dev.wit4j.parser.model.Type;
import dev.wit4j.parser.model.TypeId;
import java.util.function.UnaryOperator;

/** Functions over other types. */
final class Functions {
    private Functions() {}

    /** The same function, each type that it mentions replaced. */
    static Function withTypes(Function function, UnaryOperator<TypeId> replacement) {
        UnaryOperator<Type> use = type -> type instanceof TypeId id ? replacement.apply(id) : type;
        return new Function(
                function.name(),
                kind(function.kind(), replacement),
                function.params().stream()
                        .map(param -> new Param(param.name(), use.apply(param.type()), param.span()))
                        .toList(),
                function.result().map(use),
                function.docs(),
                function.stability(),
                function.externalId(),
                function.span());
    }

    private static FunctionKind kind(FunctionKind kind, UnaryOperator<TypeId> replacement) {
        if (kind instanceof FunctionKind.Method method) {
            return new FunctionKind.Method(method.async(), replacement.apply(method.resource()));
        } else if (kind instanceof FunctionKind.Static function) {
            return new FunctionKind.Static(function.async(), replacement.apply(function.resource()));
        } else if (kind instanceof FunctionKind.Constructor constructor) {
            return new FunctionKind.Constructor(replacement.apply(constructor.resource()));
        }
        return kind;
    }
}
