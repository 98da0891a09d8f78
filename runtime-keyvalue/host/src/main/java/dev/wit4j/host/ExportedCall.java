package dev.wit4j.host;

import dev.wit4j.ErrorResultException;
import dev.wit4j.component.FunctionType;
import dev.wit4j.component.ValueCodec;
import dev.wit4j.component.WorldType;
import dev.wit4j.format.Wave;
import dev.wit4j.runtime.JavaComponent;
import dev.wit4j.runtime.Worker;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A call of an exported function, read from text.
 *
 * @param item the exported item
 * @param function the function
 * @param arguments its arguments
 */
record ExportedCall(String item, FunctionType function, Object[] arguments) {
    /**
     * The call that {@code text} is: WAVE, such as {@code get("bucket", "key")}.
     *
     * @throws IllegalArgumentException if the component exports no such function, or more than one
     * @throws dev.wit4j.value.ValueException if the text is no call of it
     */
    static ExportedCall parse(JavaComponent<?, ?, ?> component, String text) {
        Wave.Call call = Wave.parseCall(text);
        List<ExportedCall> found = component.exports().stream()
                .flatMap(item -> item.type().functions().stream()
                        .filter(function -> function.kind() == FunctionType.Kind.FREESTANDING
                                && function.name().equals(call.name()))
                        .map(function -> new ExportedCall(item.name(), function, call.arguments(function))))
                .toList();
        if (found.size() != 1) {
            throw new IllegalArgumentException(
                    "component " + component.name() + " exports " + (found.isEmpty() ? "no" : "more than one")
                            + " function '" + call.name() + "'; it has " + functions(component));
        }
        return found.get(0);
    }

    /** Makes the call and waits for its answer: its WAVE text, empty if there is none. */
    String make(Worker<?> worker) {
        try {
            @Nullable Object result = worker.submit(item, function, arguments).join();
            return result == null
                    ? ""
                    : function.result().map(codec -> format(codec, result)).orElse("");
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** The WAVE text of the error that the function answered with. */
    String error(ErrorResultException e) {
        Optional<ValueCodec<?>> codec = function.failure().flatMap(FunctionType.Failure::codec);
        return "err" + codec.map(c -> "(" + format(c, e.error()) + ")").orElse("");
    }

    private static String functions(JavaComponent<?, ?, ?> component) {
        return component.exports().stream()
                .map(WorldType.Item::type)
                .flatMap(type -> type.functions().stream())
                .map(FunctionType::toString)
                .collect(Collectors.joining(", "));
    }

    /** The value came out of a call of the function that the codec belongs to. */
    @SuppressWarnings("unchecked")
    private static <T> String format(ValueCodec<T> codec, Object value) {
        return Wave.format(codec, (T) value);
    }
}
