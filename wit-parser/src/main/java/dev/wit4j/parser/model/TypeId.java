package dev.wit4j.parser.model;

import org.jspecify.annotations.Nullable;

/** The place of a {@link TypeDef} in the arena of its {@link Resolve}; meaningless in another one. */
public record TypeId(int index) implements Type {
    // Written out, here and in other keys of maps: what the compiler makes puts method handles together at the first
    // call,
    // which is a good part of what a process costs that reads one package.

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TypeId id && index == id.index;
    }

    @Override
    public int hashCode() {
        return index;
    }
}
