package dev.wit4j.runtime;

import dev.wit4j.Bytes;

/**
 * What a guest implements, besides the exports of its world, to have its state saved and loaded: its journal can then be
 * trimmed, and it starts from the last snapshot instead of the beginning. Neither method may call an import.
 */
public interface Checkpoint {
    /** Everything that later invocations depend on; called between two invocations. */
    Bytes save();

    /**
     * Takes over a state; called on a new instance, before any invocation.
     *
     * @param state what {@link #save} of this or an earlier version of the component returned
     * @throws RuntimeException if it is not understood; an older snapshot is tried then
     */
    void load(Bytes state);
}
