package dev.wit4j.component;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The one method that every call through a generated proxy goes through. Journals, remote workers, command lines and, one day,
 * WebAssembly instances are invokers; generated code knows no other way.
 */
@FunctionalInterface
public interface Invoker {
    /**
     * Calls a function.
     *
     * @param function which
     * @param arguments one per parameter, {@code self} of a method first; of the Java types that the mapping gives them
     * @return the result, or {@code null} if the function has none
     * @throws dev.wit4j.ErrorResultException if the function answers with its declared error
     * @throws dev.wit4j.Trap if a rule is broken; the instance is over
     */
    @Nullable
    Object invoke(FunctionType function, Object... arguments);

    /**
     * Calls a function that has a result.
     *
     * @param <T> the Java type that the mapping gives the result; who names another one gets a {@link ClassCastException}
     * @param function which
     * @param arguments as for {@link #invoke}
     * @return the result
     */
    @SuppressWarnings("unchecked")
    default <T> T call(FunctionType function, Object... arguments) {
        return (T) Objects.requireNonNull(invoke(function, arguments), function::toString);
    }
}
