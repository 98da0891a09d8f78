package dev.wit4j.runtime;

import dev.wit4j.Bytes;
import dev.wit4j.Resource;
import java.util.function.Function;

/**
 * Takes the content out of a host's resource and makes an equal resource from it: for the journal entry of a call that returned
 * it, and for snapshots.
 *
 * @param <R> the resource's Java interface
 */
public interface ResourceContent<R extends Resource> {
    /** The content of {@code resource} as it is now. */
    Bytes save(R resource);

    /** Whether a snapshot may hold {@code resource}: not if there is more to it than its content. */
    default boolean canSave(R resource) {
        return true;
    }

    /** A resource with that content. */
    R load(Bytes content);

    /** Content that is saved by {@code save} and loaded by {@code load}. */
    static <R extends Resource> ResourceContent<R> of(Function<R, Bytes> save, Function<Bytes, R> load) {
        return new ResourceContent<>() {
            @Override
            public Bytes save(R resource) {
                return save.apply(resource);
            }

            @Override
            public R load(Bytes content) {
                return load.apply(content);
            }
        };
    }
}
