package dev.wit4j.component;

import dev.wit4j.value.TypeInfo;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a resource proxy stands on: a number in the table of the other side, and whether it may still be used. Made by the
 * invoker that the proxy calls; generated proxies hold one and ask it nothing but {@link #invoke} and {@link #close}.
 */
public interface Handle {
    /** The type of the handle as it was received. */
    TypeInfo.Reference type();

    /**
     * Calls a method of the resource.
     *
     * @param function the method
     * @param arguments one per parameter, {@code self} first, which is the proxy that stands on this handle
     * @throws dev.wit4j.Trap if the handle is closed, moved, or a borrow whose call is over
     */
    @Nullable
    Object invoke(FunctionType function, Object... arguments);

    /**
     * Calls a method of the resource that has a result.
     *
     * @param <T> the Java type that the mapping gives the result; who names another one gets a {@link ClassCastException}
     * @param function the method
     * @param arguments one per parameter, {@code self} first, which is the proxy that stands on this handle
     * @return the result
     */
    @SuppressWarnings("unchecked")
    default <T> T call(FunctionType function, Object... arguments) {
        return (T) Objects.requireNonNull(invoke(function, arguments), function::toString);
    }

    /** Drops an own handle that is still open; does nothing otherwise. */
    void close();
}
