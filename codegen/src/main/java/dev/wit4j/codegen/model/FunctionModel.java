package dev.wit4j.codegen.model;

import dev.wit4j.codegen.name.JavaName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A function.
 *
 * @param kind what it belongs to
 * @param wireName its mangled WIT name
 * @param async whether it is an {@code async func}
 * @param method its method
 * @param constant its constant in the table of functions
 * @param self for a method, the handle that it is called on
 * @param parameters its parameters, without {@code self}
 * @param result the type of its result, or of the ok side if it may fail; empty if there is none
 * @param failure its declared error, if it may fail
 * @param documentation what is said about it
 */
public record FunctionModel(
        Kind kind,
        String wireName,
        boolean async,
        String method,
        ConstantName constant,
        Optional<ValueType.HandleOf> self,
        List<Parameter> parameters,
        Optional<ValueType> result,
        Optional<Failure> failure,
        Documentation documentation) {
    /** What a function belongs to. */
    public enum Kind {
        FREESTANDING,
        METHOD,
        STATIC,
        CONSTRUCTOR
    }

    /**
     * A parameter.
     *
     * @param name its Java name
     * @param witName its WIT name
     * @param type its type
     */
    public record Parameter(String name, String witName, ValueType type) {}

    /**
     * The error side of a function.
     *
     * @param error the type of the error; empty if it says nothing
     * @param exception the exception that carries it
     */
    public record Failure(Optional<ValueType> error, JavaName exception) {}

    public FunctionModel {
        parameters = List.copyOf(parameters);
    }

    /** The types of its parameters, result and error. */
    public List<ValueType> parts() {
        var parts = new ArrayList<ValueType>();
        self.ifPresent(parts::add);
        parameters.forEach(parameter -> parts.add(parameter.type()));
        result.ifPresent(parts::add);
        failure.flatMap(Failure::error).ifPresent(parts::add);
        return parts;
    }

    /** Whether whoever calls it should stop doing so. */
    public boolean isDeprecated() {
        return documentation.deprecated().isPresent();
    }
}
