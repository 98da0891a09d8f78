package dev.wit4j.parser.model;

import org.jspecify.annotations.Nullable;

/** The place of a package in the arena of its {@link Resolve}; meaningless in another one. */
public record PackageId(int index) {
    // Written out as in TypeId, for the same reason.

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PackageId id && index == id.index;
    }

    @Override
    public int hashCode() {
        return index;
    }
}
