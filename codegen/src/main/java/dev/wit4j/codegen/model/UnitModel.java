package dev.wit4j.codegen.model;

import dev.wit4j.codegen.model.TypeModel.ResourceModel;
import dev.wit4j.codegen.name.JavaName;
import java.util.List;
import java.util.Optional;

/**
 * Everything that is generated for an interface, or for the items of a world itself.
 *
 * @param witName its full WIT name, {@code wasi:keyvalue/types@0.1.0}
 * @param facade the interface with its functions, if something can be called without a resource in hand
 * @param codecs the class of its codecs
 * @param functionTable the class of its functions as they are known at run time
 * @param proxies the class of its proxies
 * @param documentation what is said about it
 * @param types its types
 * @param tuples the classes of tuples that are generated with it
 * @param constants the constants of its codecs, each behind those that it is made of
 * @param exceptions its exceptions
 * @param functions all its functions, those of its resources included
 */
public record UnitModel(
        String witName,
        Optional<JavaName> facade,
        JavaName codecs,
        JavaName functionTable,
        JavaName proxies,
        Documentation documentation,
        List<TypeModel> types,
        List<TupleModel> tuples,
        List<Constant> constants,
        List<ExceptionModel> exceptions,
        List<FunctionModel> functions) {
    /** A constant of a codec or, for a resource, of its run-time type. */
    public sealed interface Constant {
        /** Its name. */
        ConstantName constant();
    }

    /** The constant of a type that has a class of its own. */
    public record Definition(TypeModel type) implements Constant {
        @Override
        public ConstantName constant() {
            return type.constant();
        }
    }

    /** The constant of a type without a name, put together from others. */
    public record Shape(ValueType type, ConstantName constant) implements Constant {}

    public UnitModel {
        types = List.copyOf(types);
        tuples = List.copyOf(tuples);
        constants = List.copyOf(constants);
        exceptions = List.copyOf(exceptions);
        functions = List.copyOf(functions);
    }

    /** Its functions that belong to no resource. */
    public List<FunctionModel> freestanding() {
        return functions.stream()
                .filter(f -> f.kind() == FunctionModel.Kind.FREESTANDING)
                .toList();
    }

    /** Its resources. */
    public List<ResourceModel> resources() {
        return types.stream()
                .filter(ResourceModel.class::isInstance)
                .map(ResourceModel.class::cast)
                .toList();
    }

    /** Whether it has anything that is called, drops of resources included. */
    public boolean hasFunctions() {
        return !functions.isEmpty() || !resources().isEmpty();
    }
}
