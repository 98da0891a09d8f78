package dev.wit4j.parser.binary;

/** What an import or export is. Indices are those of types in the scope at hand. */
sealed interface ExternType {
    record Func(int type) implements ExternType {}

    /** A type that is the same as an existing one. */
    record TypeEqual(int type) implements ExternType {}

    /** A new resource type. */
    record SubResource() implements ExternType {}

    record Instance(int type) implements ExternType {}

    record Component(int type) implements ExternType {}
}
