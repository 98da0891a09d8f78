package dev.wit4j;

import java.util.List;

/**
 * The readable end of a WIT {@code stream}. Who passes a stream implements this; there is no other way to make one. A stream
 * without an element type has {@link Unit} elements. Use by one thread at a time, that of the invocation.
 *
 * @param <T> the Java type of the elements
 */
@FunctionalInterface
public interface StreamReader<T> extends Resource {
    /**
     * Reads elements; waits until there is one.
     *
     * @param max how many at most, at least 1
     * @return from one to {@code max} elements, or none if the stream is at its end
     */
    List<T> read(int max);

    @Override
    default void close() {}
}
