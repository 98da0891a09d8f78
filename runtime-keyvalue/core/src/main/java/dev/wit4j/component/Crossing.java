package dev.wit4j.component;

import dev.wit4j.ErrorResultException;
import dev.wit4j.Trap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One call across a {@link Boundary}, from the checking of its arguments to the end of what it borrowed. */
public final class Crossing implements AutoCloseable {
    private final FunctionType function;
    private final Object[] arguments;
    private final Passage there;
    private final Passage back;

    Crossing(FunctionType function, Object[] given, Passage there, Passage back) {
        this.function = function;
        this.there = there;
        this.back = back;
        List<FunctionType.Parameter> parameters = function.parameters();
        if (parameters.size() != given.length) {
            throw new IllegalArgumentException(
                    function + ": " + given.length + " arguments where there are " + parameters.size() + " parameters");
        }
        this.arguments = new Object[given.length];
        for (int i = 0; i < given.length; i++) {
            FunctionType.Parameter parameter = parameters.get(i);
            arguments[i] = Checks.value(unchecked(parameter.codec()), given[i], parameter.name());
        }
        try {
            for (int i = 0; i < given.length; i++) {
                arguments[i] = unchecked(parameters.get(i).codec()).mapHandles(arguments[i], there);
            }
        } catch (Trap e) {
            there.end();
            throw e;
        }
    }

    /** The arguments as who is called gets them: its own objects in place of handles, and proxies for those of the caller. */
    public Object[] arguments() {
        return arguments.clone();
    }

    /**
     * The result as the caller gets it.
     *
     * @param result what the called one returned; {@code null} if the function has no result
     * @throws Trap if it is no value of the function's result, or breaks a rule of handles
     */
    public @Nullable Object result(@Nullable Object result) {
        if (function.result().isEmpty()) {
            return null;
        }
        return carry(function.result().get(), result, "returned");
    }

    /**
     * The declared error as the caller gets it.
     *
     * @param error one that the function {@link FunctionType#declares declares}
     * @return the exception to throw at the caller
     * @throws Trap if its value breaks a rule
     */
    public ErrorResultException error(ErrorResultException error) {
        Optional<FunctionType.Failure> failure = function.failure();
        if (failure.isEmpty() || failure.get().codec().isEmpty()) {
            return error;
        }
        Object before = error.error();
        Object after = carry(failure.get().codec().get(), before, "answered with the error");
        return after == before ? error : failure.get().exception().apply(after);
    }

    private Object carry(ValueCodec<?> codec, @Nullable Object value, String verb) {
        try {
            return unchecked(codec).mapHandles(unchecked(codec).check(Objects.requireNonNull(value, "null")), back);
        } catch (IllegalArgumentException | NullPointerException | ClassCastException e) {
            throw new Trap(function + " " + verb + " what is no " + codec.type() + ": " + e.getMessage(), e);
        }
    }

    /** Ends the call: what was lent to it may be moved again, what was borrowed for it is no more. */
    @Override
    public void close() {
        there.end();
        back.end();
    }

    @SuppressWarnings("unchecked")
    private static ValueCodec<Object> unchecked(ValueCodec<?> codec) {
        return (ValueCodec<Object>) codec;
    }
}
