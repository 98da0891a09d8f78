package dev.wit4j.parser.binary;

import dev.wit4j.parser.model.PrimitiveType;
import java.util.Optional;

/** The definition of a type in a scope of a component; the names are those of the component model. */
sealed interface TypeDefinition {
    /** Another name for a primitive type. */
    record Primitive(PrimitiveType type) implements TypeDefinition {}

    record Record(java.util.List<Labeled> fields) implements TypeDefinition {}

    record Variant(java.util.List<Choice> cases) implements TypeDefinition {}

    record List(ValueType element) implements TypeDefinition {}

    /** {@code size} is unsigned. */
    record FixedLengthList(ValueType element, int size) implements TypeDefinition {}

    record Map(ValueType key, ValueType value) implements TypeDefinition {}

    record Tuple(java.util.List<ValueType> types) implements TypeDefinition {}

    record Flags(java.util.List<String> names) implements TypeDefinition {}

    record Enum(java.util.List<String> names) implements TypeDefinition {}

    record Option(ValueType type) implements TypeDefinition {}

    record Result(Optional<ValueType> ok, Optional<ValueType> err) implements TypeDefinition {}

    record Own(int resource) implements TypeDefinition {}

    record Borrow(int resource) implements TypeDefinition {}

    record Stream(Optional<ValueType> payload) implements TypeDefinition {}

    record Future(Optional<ValueType> payload) implements TypeDefinition {}

    record Func(boolean async, java.util.List<Labeled> params, Optional<ValueType> result) implements TypeDefinition {}

    record Instance(java.util.List<Declaration> declarations) implements TypeDefinition {}

    record Component(java.util.List<Declaration> declarations) implements TypeDefinition {}

    /** A field or a parameter. */
    record Labeled(String name, ValueType type) {}

    /** A case of a variant. */
    record Choice(String name, Optional<ValueType> type) {}
}
