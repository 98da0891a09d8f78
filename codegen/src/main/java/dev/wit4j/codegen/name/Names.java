package dev.wit4j.codegen.name;

import dev.wit4j.codegen.live.UnitKey;
import dev.wit4j.parser.model.Type;
import dev.wit4j.parser.model.TypeId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The Java names that {@link NameAssignment} decided. Immutable. */
public final class Names {
    /**
     * The names of a unit.
     *
     * @param facade the interface with its functions, present in the generated code only if there is something to call
     * @param codecs the class with the codecs of its types
     * @param functions the class with the table of its functions
     * @param proxies the class with its proxies
     */
    public record UnitNames(JavaName facade, JavaName codecs, JavaName functions, JavaName proxies) {
        /** The Java package. */
        public String packageName() {
            return codecs.packageName();
        }
    }

    /**
     * The names of a type.
     *
     * @param type its class
     * @param constant its constant in the class of codecs
     * @param members its fields, cases or flags, in their order
     */
    public record TypeNames(JavaName type, String constant, List<String> members) {
        public TypeNames {
            members = List.copyOf(members);
        }
    }

    /**
     * The names of a function.
     *
     * @param method its method
     * @param constant its constant in the table of functions
     * @param parameters its parameters, without the {@code self} of a method
     */
    public record FunctionNames(String method, String constant, List<String> parameters) {
        public FunctionNames {
            parameters = List.copyOf(parameters);
        }
    }

    /** A function of a unit, by its mangled name. */
    record FunctionKey(UnitKey unit, String function) {}

    /**
     * An exception that is generated with a unit.
     *
     * @param name its class
     * @param error the type of the error that it carries
     * @param wit the WIT name of that type, or of the function if the type has none
     */
    public record ExceptionNames(JavaName name, Type error, String wit) {}

    private final Map<UnitKey, UnitNames> units;
    private final Map<TypeId, TypeNames> types;
    private final Map<FunctionKey, FunctionNames> functions;
    private final Map<TypeId, String> accessors;
    private final Map<FunctionKey, JavaName> thrown;
    private final Map<UnitKey, List<ExceptionNames>> exceptions;

    Names(
            Map<UnitKey, UnitNames> units,
            Map<TypeId, TypeNames> types,
            Map<FunctionKey, FunctionNames> functions,
            Map<TypeId, String> accessors,
            Map<FunctionKey, JavaName> thrown,
            Map<UnitKey, List<ExceptionNames>> exceptions) {
        this.units = Map.copyOf(units);
        this.types = Map.copyOf(types);
        this.functions = Map.copyOf(functions);
        this.accessors = Map.copyOf(accessors);
        this.thrown = Map.copyOf(thrown);
        this.exceptions = Map.copyOf(exceptions);
    }

    /** The names of a unit. */
    public UnitNames unit(UnitKey key) {
        return known(units.get(key), key);
    }

    /** The names of a record, variant, enum, flags type or resource. */
    public TypeNames type(TypeId id) {
        return known(types.get(id), id);
    }

    /** The names of a function, known by its mangled name. */
    public FunctionNames function(UnitKey unit, String function) {
        var key = new FunctionKey(unit, function);
        return known(functions.get(key), key);
    }

    /** The method of the facade that leads to the statics of a resource that has any. */
    public String accessor(TypeId resource) {
        return known(accessors.get(resource), resource);
    }

    /** The exception that carries the error of a function whose error has a class of its own. */
    public JavaName thrown(UnitKey unit, String function) {
        var key = new FunctionKey(unit, function);
        return known(thrown.get(key), key);
    }

    /** The exceptions that are generated with a unit. */
    public List<ExceptionNames> exceptions(UnitKey unit) {
        return exceptions.getOrDefault(unit, List.of());
    }

    private static <T> T known(@Nullable T name, Object key) {
        return Objects.requireNonNull(name, () -> "no name was assigned to " + key);
    }
}
