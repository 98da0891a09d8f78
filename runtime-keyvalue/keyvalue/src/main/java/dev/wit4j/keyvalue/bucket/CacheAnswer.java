package dev.wit4j.keyvalue.bucket;

import dev.wit4j.Resource;
import dev.wit4j.Result;
import dev.wit4j.component.Codecs;
import dev.wit4j.component.ValueCodec;
import dev.wit4j.format.Binary;
import dev.wit4j.runtime.ResourceContent;
import java.util.Optional;
import java.util.function.Function;

/**
 * An answer of the cache, or why it is refused. It is there and can be taken once, since the resources in it can be owned once.
 *
 * @param <T> the answer
 */
public final class CacheAnswer<T> {
    private Optional<Result<T, String>> answer;

    private CacheAnswer(Optional<Result<T, String>> answer) {
        this.answer = answer;
    }

    /** An answer that nobody has taken. */
    static <T> CacheAnswer<T> of(Result<T, String> answer) {
        return new CacheAnswer<>(Optional.of(answer));
    }

    /** The answer; nothing if it was taken before. */
    Optional<Result<T, String>> take() {
        Optional<Result<T, String>> taken = answer;
        answer = Optional.empty();
        return taken;
    }

    /**
     * The answer as a generation of the interface has it; nothing if it was taken before.
     *
     * @param value what is answered
     * @param error why it is refused
     */
    public <U, E> Optional<Result<U, E>> take(Function<T, U> value, Function<String, E> error) {
        return take().map(taken -> taken instanceof Result.Ok<T, String> ok
                ? Result.ok(value.apply(ok.value()))
                : Result.err(error.apply(((Result.Err<T, String>) taken).error())));
    }

    /**
     * The content of a resource that is no more than such an answer.
     *
     * @param codec of the answer
     * @param answer the answer of a resource
     * @param resource a resource of an answer
     */
    public static <T, R extends Resource> ResourceContent<R> content(
            ValueCodec<T> codec, Function<R, CacheAnswer<T>> answer, Function<CacheAnswer<T>, R> resource) {
        ValueCodec<Optional<Result<T, String>>> untaken = Codecs.option(Codecs.result(codec, Codecs.STRING));
        return ResourceContent.of(
                saved -> Binary.encode(untaken, answer.apply(saved).answer),
                content -> resource.apply(new CacheAnswer<>(Binary.decode(untaken, content))));
    }
}
