package dev.wit4j.runtime;

import dev.wit4j.Bytes;
import dev.wit4j.Resource;

/**
 * Takes the content out of a host's resource and makes an equal resource from it: for the journal entry of a call that returned
 * it, and for snapshots.
 *
 * @param <R> the resource's Java interface
 */
public interface ResourceContent<R extends Resource> {
    /** The content of {@code resource} as it is now. */
    Bytes save(R resource);

    /** A resource with that content. */
    R load(Bytes content);
}
