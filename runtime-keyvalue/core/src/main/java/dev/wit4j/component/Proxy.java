package dev.wit4j.component;

import dev.wit4j.Resource;

/** A generated proxy of a resource: what a component holds in place of the other side's object. */
public interface Proxy extends Resource {
    /** The handle that it stands on. */
    Handle handle();
}
