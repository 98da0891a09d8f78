package dev.wit4j.format;

import dev.wit4j.Resource;
import dev.wit4j.value.TypeInfo;

/** What is written for a handle: a handle is no value, and only who knows the table it lives in can say. */
@FunctionalInterface
public interface HandleEncoder {
    /** Refuses every handle. */
    HandleEncoder NONE = (out, type, resource) -> {
        throw new IllegalArgumentException("a handle to a " + type + " is not a value: it cannot be written here");
    };

    /**
     * Writes what stands for {@code resource}: its number, or its content. It takes one byte at least, so that a reader can
     * tell how many handles a list may have.
     *
     * @param out takes it, as one or more values
     * @param type the type of the handle
     * @param resource what stands for the handle on this side
     */
    void encode(BinaryWriter out, TypeInfo.Reference type, Resource resource);
}
