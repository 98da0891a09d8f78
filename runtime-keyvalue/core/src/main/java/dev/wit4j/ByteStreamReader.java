package dev.wit4j;

/**
 * The readable end of a WIT {@code stream<u8>}. Who passes a stream implements this; there is no other way to make one. Use by
 * one thread at a time, that of the invocation.
 */
@FunctionalInterface
public interface ByteStreamReader extends Resource {
    /**
     * Reads bytes; waits until there is one.
     *
     * @param max how many at most, at least 1
     * @return from one to {@code max} bytes, or none if the stream is at its end
     */
    Bytes read(int max);

    @Override
    default void close() {}
}
