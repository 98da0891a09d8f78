package dev.wit4j;

/**
 * The readable end of a WIT {@code future}. Who passes a future implements this; there is no other way to make one. A future
 * without a type has a {@link Unit} value. Use by one thread at a time, that of the invocation.
 *
 * @param <T> the Java type of the value
 */
@FunctionalInterface
public interface FutureReader<T> extends Resource {
    /** The value; waits until it is there. A future is read once: whoever passed it need not be able to answer again. */
    T read();

    @Override
    default void close() {}
}
