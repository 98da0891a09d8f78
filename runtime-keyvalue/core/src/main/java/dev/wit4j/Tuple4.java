package dev.wit4j;

import java.util.Objects;

/** A WIT {@code tuple} of four members; none of them is {@code null}. */
public record Tuple4<T1, T2, T3, T4>(T1 first, T2 second, T3 third, T4 fourth) {
    public Tuple4 {
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(second, "second");
        Objects.requireNonNull(third, "third");
        Objects.requireNonNull(fourth, "fourth");
    }
}
