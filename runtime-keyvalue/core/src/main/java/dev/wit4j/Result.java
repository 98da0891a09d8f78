package dev.wit4j;

import java.util.Objects;

/**
 * A WIT {@code result} that stands anywhere but at the top of a function's result, where its error is an exception. An absent
 * side is {@link Unit}.
 *
 * @param <T> what there is if all went well
 * @param <E> what there is if not
 */
public sealed interface Result<T, E> {
    /** All went well. */
    record Ok<T, E>(T value) implements Result<T, E> {
        public Ok {
            Objects.requireNonNull(value, "value");
        }
    }

    /** It did not. */
    record Err<T, E>(E error) implements Result<T, E> {
        public Err {
            Objects.requireNonNull(error, "error");
        }
    }

    /** The result of what went well. */
    static <T, E> Result<T, E> ok(T value) {
        return new Ok<>(value);
    }

    /** The result of what did not. */
    static <T, E> Result<T, E> err(E error) {
        return new Err<>(error);
    }
}
