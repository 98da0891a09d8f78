package dev.wit4j.runtime;

/** Implements imports of components: one that hosts {@code wasi:keyvalue}, say. Safe to share between threads. */
public interface HostProvider {
    /** Its implementations for one instance of a worker, which lives until the instance is closed. */
    HostFunctions open(HostContext context);
}
