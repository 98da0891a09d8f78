package dev.wit4j.parser.binary;

import dev.wit4j.parser.model.PrimitiveType;

/** A use of a value type inside a definition. */
sealed interface ValueType {
    /** A type that needs no definition. */
    record Primitive(PrimitiveType type) implements ValueType {}

    /** The type of that index in the scope at hand. */
    record Index(int type) implements ValueType {}
}
