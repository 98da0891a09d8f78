package dev.wit4j.parser.model;

import org.jspecify.annotations.Nullable;

/** The place of a {@link TypeDef} in the arena of its {@link Resolve}; meaningless in another one. */
public record TypeId(int index) implements Type {
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TypeId id && index == id.index;
    }

    @Override
    public int hashCode() {
        return index;
    }
}
