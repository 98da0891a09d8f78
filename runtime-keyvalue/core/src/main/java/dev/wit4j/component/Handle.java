package dev.wit4j.component;

import dev.wit4j.value.TypeInfo;

/**
 * What a resource proxy stands on: a number in the table of the other side, and whether it may still be used. Made by the
 * invoker that the proxy calls; generated proxies hold one and ask it nothing but {@link #invoke} and {@link #close}.
 */
public interface Handle {
    /** The type of the handle as it was received. */
    TypeInfo.Handle type();

    /**
     * Calls a method of the resource: {@code self} is the proxy.
     *
     * @throws dev.wit4j.Trap if the handle is closed, moved, or a borrow whose call is over
     */
    @org.jspecify.annotations.Nullable
    Object invoke(FunctionType function, Object... arguments);

    /** Drops an own handle that is still open; does nothing otherwise. */
    void close();
}
