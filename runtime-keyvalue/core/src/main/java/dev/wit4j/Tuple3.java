package dev.wit4j;

import java.util.Objects;

/** A WIT {@code tuple} of three members; none of them is {@code null}. */
public record Tuple3<T1, T2, T3>(T1 first, T2 second, T3 third) {
    public Tuple3 {
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(second, "second");
        Objects.requireNonNull(third, "third");
    }
}
