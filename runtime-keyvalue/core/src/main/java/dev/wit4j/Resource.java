package dev.wit4j;

/**
 * A WIT resource. What crosses a component's boundary is a proxy over a handle; its implementer gets its own object back.
 *
 * <p>Use by one thread at a time, that of the invocation.
 */
public interface Resource extends AutoCloseable {
    /**
     * Gives an own handle back. On a handle that is borrowed, moved or closed already it does nothing, so that
     * try-with-resources is right everywhere.
     */
    @Override
    void close();
}
