package dev.wit4j.parser.model;

import org.jspecify.annotations.Nullable;

/** What a {@link TypeDef} belongs to. */
public sealed interface TypeOwner {
    /** Defined in a world. */
    record World(WorldId world) implements TypeOwner {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof World that && world.equals(that.world);
        }

        @Override
        public int hashCode() {
            return world.hashCode();
        }
    }

    /** Defined in an interface. */
    record Interface(InterfaceId id) implements TypeOwner {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Interface that && id.equals(that.id);
        }

        @Override
        public int hashCode() {
            return id.hashCode();
        }
    }

    /** Anonymous: written where it is used. */
    record None() implements TypeOwner {}

    /** The owner of anonymous types. */
    TypeOwner NONE = new None();
}
