package dev.wit4j.runtime;

import java.util.Optional;

/** Implements imports of components: one that hosts {@code wasi:keyvalue}, say. Safe to share between threads. */
public interface HostProvider {
    /** Its implementations for one instance of a worker, which lives until the instance is closed. */
    HostFunctions open(HostContext context);

    /**
     * How {@code component} hears of the changes of {@code bucket}; empty if it exports nothing for that which this provider knows.
     *
     * @throws IllegalArgumentException if the component may not watch that bucket
     */
    default Optional<ChangeHandler> watcher(ComponentDefinition component, String bucket) {
        return Optional.empty();
    }
}
