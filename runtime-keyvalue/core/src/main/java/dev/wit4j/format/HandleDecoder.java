package dev.wit4j.format;

import dev.wit4j.Resource;
import dev.wit4j.value.TypeInfo;
import dev.wit4j.value.ValueException;

/** Finds or makes the resource for what a {@link HandleEncoder} wrote. */
@FunctionalInterface
public interface HandleDecoder {
    /** Refuses every handle. */
    HandleDecoder NONE = (in, type) -> {
        throw new ValueException("a handle to a " + type + " is not a value: it cannot be read here");
    };

    /**
     * Reads what was written for a handle.
     *
     * @param in gives it
     * @param type the type of the handle
     * @return the resource that stands for the handle on this side
     * @throws ValueException if there is none such
     */
    Resource decode(BinaryReader in, TypeInfo.Reference type);
}
