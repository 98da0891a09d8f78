package dev.wit4j.component;

import dev.wit4j.value.TypeInfo;
import dev.wit4j.value.ValueException;
import dev.wit4j.value.ValueReader;
import dev.wit4j.value.ValueWriter;

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

    /** Whether a value of this type may contain a handle, so that {@link #mapHandles} has work to do. */
    default boolean hasHandles() {
        return false;
    }

    /** The same value with each resource in it replaced; {@code value} itself if there are none. */
    default T mapHandles(T value, HandleMapper mapper) {
        return value;
    }
}
