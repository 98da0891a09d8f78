package dev.wit4j;

import java.util.Objects;

/** A WIT {@code tuple} of one member; none of them is {@code null}. */
public record Tuple1<T1>(T1 first) {
    public Tuple1 {
        Objects.requireNonNull(first, "first");
    }
}
