package dev.wit4j.component;

import dev.wit4j.value.TypeInfo;
import dev.wit4j.value.ValueException;
import dev.wit4j.value.ValueReader;
import dev.wit4j.value.ValueWriter;
import java.util.Objects;

/**
 * Writes and reads the values of one WIT type, in whatever format stands behind the {@link ValueWriter} or
 * {@link ValueReader}. Immutable and safe to share.
 *
 * @param <T> the Java type of the values
 */
public interface ValueCodec<T> {
    /** The WIT type. */
    TypeInfo type();

    /** Writes {@code value} as events. */
    void write(ValueWriter out, T value);

    /**
     * Reads one value from events.
     *
     * @throws ValueException if what is there is not a value of this type
     */
    T read(ValueReader in);

    /**
     * The value, once it is sure to be one of this type: in range, without {@code null} in it, its lists and maps immutable.
     *
     * @return {@code value} itself, or an equal one that is
     * @throws NullPointerException if it is {@code null} or has {@code null} in it
     * @throws IllegalArgumentException if it has a part that the WIT type does not have; the message says where
     */
    default T check(T value) {
        return Objects.requireNonNull(value, () -> "a " + type());
    }

    /** Whether a value of this type may contain a handle, so that {@link #mapHandles} has work to do. */
    default boolean hasHandles() {
        return false;
    }

    /** The same value with each resource in it replaced; {@code value} itself if there are none. */
    default T mapHandles(T value, HandleMapper mapper) {
        return value;
    }
}
