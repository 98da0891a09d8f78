package dev.wit4j.codegen.name;

import dev.wit4j.codegen.live.UnitKey;
import dev.wit4j.parser.model.Type;
import dev.wit4j.parser.model.TypeId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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

    /** The runtime has classes for tuples of so many members and fewer. */
    static final int LARGEST_TUPLE_OF_RUNTIME = 16;

    /**
     * The names of the class of tuples with a certain number of members.
     *
     * @param type the class
     * @param members its components
     */
    public record TupleNames(JavaName type, List<String> members) {
        public TupleNames {
            members = List.copyOf(members);
        }
    }

    /** Tuples of a certain number of members that are written in a unit. */
    record TupleKey(UnitKey unit, int size) {}

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
    private final Map<TupleKey, TupleNames> tuples;
    private final Map<UnitKey, List<TupleNames>> declaredTuples;

    Names(
            Map<UnitKey, UnitNames> units,
            Map<TypeId, TypeNames> types,
            Map<FunctionKey, FunctionNames> functions,
            Map<TypeId, String> accessors,
            Map<FunctionKey, JavaName> thrown,
            Map<UnitKey, List<ExceptionNames>> exceptions,
            Map<TupleKey, TupleNames> tuples,
            Map<UnitKey, List<TupleNames>> declaredTuples) {
        this.units = Map.copyOf(units);
        this.types = Map.copyOf(types);
        this.functions = Map.copyOf(functions);
        this.accessors = Map.copyOf(accessors);
        this.thrown = Map.copyOf(thrown);
        this.exceptions = Map.copyOf(exceptions);
        this.tuples = Map.copyOf(tuples);
        this.declaredTuples = Map.copyOf(declaredTuples);
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

    /** The class of a tuple of {@code size} members that is written in a unit; empty if the runtime has it. */
    public Optional<TupleNames> tuple(UnitKey unit, int size) {
        if (size <= LARGEST_TUPLE_OF_RUNTIME) {
            return Optional.empty();
        }
        var key = new TupleKey(unit, size);
        return Optional.of(known(tuples.get(key), key));
    }

    /** The classes of tuples that are generated with a unit. */
    public List<TupleNames> tuples(UnitKey unit) {
        return declaredTuples.getOrDefault(unit, List.of());
    }

    private static <T> T known(@Nullable T name, Object key) {
        return Objects.requireNonNull(name, () -> "no name was assigned to " + key);
    }
}
