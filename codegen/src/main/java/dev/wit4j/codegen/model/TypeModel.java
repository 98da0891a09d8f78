package dev.wit4j.codegen.model;

import dev.wit4j.codegen.name.JavaName;
import java.util.List;
import java.util.Optional;

/** A type with a Java class of its own. Closed: use a {@link Visitor}. */
public sealed interface TypeModel {
    /** Its class. */
    JavaName name();

    /** The constant of its codec or, for a resource, of its run-time type. */
    ConstantName constant();

    /** Its full WIT name, {@code wasi:keyvalue/types.bucket}. */
    String witName();

    /** What is said about it. */
    Documentation documentation();

    /** Calls the method of {@code visitor} for this type. */
    <R> R accept(Visitor<R> visitor);

    /** The types of its fields or payloads. */
    default List<ValueType> parts() {
        return List.of();
    }

    /** Whether a value of it may hold handles. */
    default boolean holdsHandles() {
        return parts().stream().anyMatch(ValueType::holdsHandles);
    }

    /** Whether whoever uses it should stop doing so. */
    default boolean isDeprecated() {
        return documentation().deprecated().isPresent();
    }

    /** A {@code record}. */
    record RecordModel(
            JavaName name,
            ConstantName constant,
            String witName,
            Documentation documentation,
            List<Component> components)
            implements TypeModel {
        public RecordModel {
            components = List.copyOf(components);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitRecord(this);
        }

        @Override
        public List<ValueType> parts() {
            return components.stream().map(Component::type).toList();
        }
    }

    /** A field of a record. */
    record Component(String name, String witName, ValueType type, Documentation documentation) {}

    /** A {@code variant}. */
    record VariantModel(
            JavaName name, ConstantName constant, String witName, Documentation documentation, List<VariantCase> cases)
            implements TypeModel {
        public VariantModel {
            cases = List.copyOf(cases);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitVariant(this);
        }

        @Override
        public List<ValueType> parts() {
            return cases.stream().flatMap(one -> one.payload().stream()).toList();
        }
    }

    /** A case of a variant: a record nested in its interface. */
    record VariantCase(JavaName name, String witName, Optional<ValueType> payload, Documentation documentation) {}

    /** An {@code enum}. */
    record EnumModel(
            JavaName name,
            ConstantName constant,
            String witName,
            Documentation documentation,
            List<EnumConstant> constants)
            implements TypeModel {
        public EnumModel {
            constants = List.copyOf(constants);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitEnum(this);
        }
    }

    /** A {@code flags} type: an enum of the flags. */
    record FlagsModel(
            JavaName name,
            ConstantName constant,
            String witName,
            Documentation documentation,
            List<EnumConstant> constants)
            implements TypeModel {
        public FlagsModel {
            constants = List.copyOf(constants);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitFlags(this);
        }
    }

    /** A case of an enum, or a flag. */
    record EnumConstant(String name, String witName, Documentation documentation) {}

    /**
     * A {@code resource}.
     *
     * @param shortName its WIT name within its owner
     * @param methods its methods
     * @param statics its constructor and static functions
     * @param accessor the method of the facade that leads to the statics, if there are any
     */
    record ResourceModel(
            JavaName name,
            ConstantName constant,
            String witName,
            Documentation documentation,
            String shortName,
            List<FunctionModel> methods,
            List<FunctionModel> statics,
            Optional<String> accessor)
            implements TypeModel {
        public ResourceModel {
            methods = List.copyOf(methods);
            statics = List.copyOf(statics);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitResource(this);
        }

        /** The interface with its constructor and static functions. */
        public JavaName staticsName() {
            return name.nested("Statics");
        }
    }

    /** One method per kind, none with a default. */
    interface Visitor<R> {
        R visitRecord(RecordModel type);

        R visitVariant(VariantModel type);

        R visitEnum(EnumModel type);

        R visitFlags(FlagsModel type);

        R visitResource(ResourceModel type);
    }
}
