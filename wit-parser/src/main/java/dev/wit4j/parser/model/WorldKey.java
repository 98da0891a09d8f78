package dev.wit4j.parser.model;

import org.jspecify.annotations.Nullable;

/** What a world's import or export is known by. */
public sealed interface WorldKey {
    /** A plain name: of a function, a type, an inline interface, or the label of {@code import label: iface}. */
    record Name(String name) implements WorldKey {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Name that && name.equals(that.name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }
    }

    /** The interface itself. */
    record Interface(InterfaceId id) implements WorldKey {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Interface that && id.equals(that.id);
        }

        @Override
        public int hashCode() {
            return id.hashCode();
        }
    }
}
