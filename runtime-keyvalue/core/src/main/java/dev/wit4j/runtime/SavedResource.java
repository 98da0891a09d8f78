package dev.wit4j.runtime;

import dev.wit4j.Bytes;
import dev.wit4j.Resource;

/**
 * A resource of the host in the arguments of a call, before there is an instance to make it for.
 *
 * @param content from which its {@link ResourceContent} makes it
 */
public record SavedResource(Bytes content) implements Resource {
    @Override
    public void close() {
        // There is nothing yet to give back.
    }
}
