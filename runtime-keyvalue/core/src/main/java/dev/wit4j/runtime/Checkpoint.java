package dev.wit4j.runtime;

import dev.wit4j.Bytes;
import dev.wit4j.Resource;
import java.util.List;

/**
 * What a guest implements, besides the exports of its world, to have its state saved and loaded: its journal can then be
 * trimmed, and it starts from the last snapshot instead of the beginning. None of the methods may call an import.
 */
public interface Checkpoint {
    /**
     * Everything that later invocations depend on, but for resources of the host; called between two invocations, and once more
     * on a new instance that has loaded what it returned, which must return the same bytes: a state that does not come back whole
     * is not stored. So what has no order of its own has to be written in one, a set by its elements, say.
     */
    Bytes save();

    /**
     * Takes over a state; called on a new instance, before any invocation.
     *
     * @param state what {@link #save} of this or an earlier version of the component returned
     * @throws RuntimeException if it is not understood; an older snapshot is tried then
     */
    void load(Bytes state);

    /**
     * The resources of the host that the guest goes on using, a bucket that it keeps open, say, in an order that
     * {@link #hold} knows; called after {@link #save}. A guest that keeps none need not say so.
     */
    default List<Resource> held() {
        return List.of();
    }

    /**
     * Takes over the resources that were {@link #held}; called after {@link #load}.
     *
     * @param resources in the same order
     * @throws RuntimeException if it does not know what to do with them; an older snapshot is tried then
     */
    default void hold(List<Resource> resources) {
        if (!resources.isEmpty()) {
            throw new IllegalStateException(getClass().getName() + " does not implement hold, but " + resources.size()
                    + " resources are saved for it");
        }
    }
}
