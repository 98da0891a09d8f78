package dev.wit4j.runtime;

import dev.wit4j.component.FunctionType;
import dev.wit4j.component.WorldType;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one call that a function makes of the exports that it is given: noted in a first run, which ends there, and answered in a
 * second one.
 *
 * @param <E> the exports
 * @param <T> what the function makes of the answer
 */
final class NotedCall<E, T extends @Nullable Object> {
    private final WorldType<?, ?, E> world;
    private final Function<? super E, ? extends T> call;
    private @Nullable Noted noted;

    /** Ends the first run, and is what it came to. */
    private static final class Noted extends RuntimeException {
        private static final long serialVersionUID = 1;

        final String item;
        final transient FunctionType function;
        final transient Object[] arguments;

        Noted(String item, FunctionType function, Object[] arguments) {
            super("the call of " + function + " is submitted", null, false, false);
            this.item = item;
            this.function = function;
            this.arguments = arguments;
        }
    }

    /**
     * Finds out which call {@code call} makes.
     *
     * @throws IllegalArgumentException if it makes none
     */
    NotedCall(WorldType<?, ?, E> world, Function<? super E, ? extends T> call) {
        this.world = world;
        this.call = call;
        try {
            call.apply(world.exports(item -> (function, arguments) -> note(item, function, arguments)));
        } catch (Noted e) {
            // It came as far as it can without an answer.
        }
        if (noted == null) {
            throw new IllegalArgumentException("what is submitted calls no function of " + world);
        }
    }

    private @Nullable Object note(String item, FunctionType function, Object[] arguments) {
        if (noted != null) {
            throw new IllegalArgumentException("what is submitted calls " + noted.function + " and then " + function
                    + "; submit one call at a time");
        }
        noted = new Noted(item, function, arguments);
        throw noted;
    }

    private Noted noted() {
        return Objects.requireNonNull(noted);
    }

    /** The exported item that is called. */
    String item() {
        return noted().item;
    }

    /** The function that is called. */
    FunctionType function() {
        return noted().function;
    }

    /** What it is called with. */
    Object[] arguments() {
        return noted().arguments;
    }

    /**
     * What the function makes of the answer.
     *
     * @param answer returns the result, or throws what the call throws
     */
    T answered(Supplier<@Nullable Object> answer) {
        boolean[] given = {false};
        return call.apply(world.exports(item -> (function, arguments) -> {
            if (given[0] || function != function() || !item.equals(item())) {
                throw new IllegalStateException("what was submitted called " + function() + ", and then " + function
                        + ", which is not made; submit one call at a time");
            }
            given[0] = true;
            return answer.get();
        }));
    }
}
