package dev.wit4j;

import java.util.Objects;

/** A WIT {@code tuple} of two members; none of them is {@code null}. */
public record Tuple2<T1, T2>(T1 first, T2 second) {
    public Tuple2 {
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(second, "second");
    }
}
