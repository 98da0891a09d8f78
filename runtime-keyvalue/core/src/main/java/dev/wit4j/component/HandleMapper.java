package dev.wit4j.component;

import dev.wit4j.Resource;

/** Replaces the resources in a value as it crosses a boundary: see {@link ValueCodec#mapHandles}. */
@FunctionalInterface
public interface HandleMapper {
    /**
     * What stands for {@code resource} on the other side.
     *
     * @param codec the codec of the handle: it tells own from borrow, and makes proxies
     * @param resource what stands for it on this side
     */
    Resource map(HandleCodec<?> codec, Resource resource);
}
