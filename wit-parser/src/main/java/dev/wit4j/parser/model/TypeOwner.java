package dev.wit4j.parser.model;

/** What a {@link TypeDef} belongs to. */
public sealed interface TypeOwner {
    /** Defined in a world. */
    record World(WorldId world) implements TypeOwner {}

    /** Defined in an interface. */
    record Interface(InterfaceId id) implements TypeOwner {}

    /** Anonymous: written where it is used. */
    record None() implements TypeOwner {}

    /** The owner of anonymous types. */
    TypeOwner NONE = new None();
}
