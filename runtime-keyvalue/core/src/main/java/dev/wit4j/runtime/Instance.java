package dev.wit4j.runtime;

import dev.wit4j.component.FunctionType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One instance of a component: its memory. Used by one thread at a time. */
public interface Instance extends AutoCloseable {
    /**
     * Calls an exported function.
     *
     * @param item the exported item
     * @param function one of its functions
     * @param arguments one per parameter, {@code self} of a method first: objects of the instance for resources of its own,
     *     proxies for those that it imports
     * @return the result, or {@code null} if the function has none
     * @throws dev.wit4j.ErrorResultException if the function answers with its declared error
     */
    @Nullable
    Object invoke(String item, FunctionType function, Object... arguments);

    /** How its memory is saved and loaded, if it can be. */
    Optional<Checkpoint> checkpoint();

    /** Lets its memory go; no function is called any more. */
    @Override
    void close();
}
