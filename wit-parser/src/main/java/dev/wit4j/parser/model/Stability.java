package dev.wit4j.parser.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the gates on an item promise about it. */
public sealed interface Stability {
    /** No gate says anything. */
    record Unknown() implements Stability {}

    /**
     * {@code @since}: part of the package from a version on.
     *
     * @param since the first version that has it
     * @param deprecated the version that deprecated it, if one did
     */
    record Stable(Version since, Optional<Version> deprecated) implements Stability {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Stable that && since.equals(that.since) && deprecated.equals(that.deprecated);
        }

        @Override
        public int hashCode() {
            return 31 * since.hashCode() + deprecated.hashCode();
        }
    }

    /**
     * {@code @unstable}: present only when a feature is selected.
     *
     * @param feature the feature
     * @param deprecated the version that deprecated it, if one did
     */
    record Unstable(String feature, Optional<Version> deprecated) implements Stability {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Unstable that && feature.equals(that.feature) && deprecated.equals(that.deprecated);
        }

        @Override
        public int hashCode() {
            return 31 * feature.hashCode() + deprecated.hashCode();
        }
    }

    /** The stability of what carries no gate. */
    Stability UNKNOWN = new Unknown();
}
