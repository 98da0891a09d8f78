package dev.wit4j.keyvalue.bucket;

import dev.wit4j.Resource;
import dev.wit4j.component.ValueCodec;
import dev.wit4j.format.Binary;
import dev.wit4j.runtime.ResourceContent;
import java.util.Optional;
import java.util.function.Function;

/**
 * An answer that is there and can be taken once, since the resources in it can be owned once.
 *
 * @param <T> the answer
 */
public final class TakenOnce<T> {
    private Optional<T> answer;

    private TakenOnce(Optional<T> answer) {
        this.answer = answer;
    }

    /** An answer that nobody has taken. */
    public static <T> TakenOnce<T> of(T answer) {
        return new TakenOnce<>(Optional.of(answer));
    }

    /** The answer; nothing if it was taken before. */
    public Optional<T> take() {
        Optional<T> taken = answer;
        answer = Optional.empty();
        return taken;
    }

    /** The same answer in another form, as far as it was not taken. */
    public <U> TakenOnce<U> map(Function<T, U> form) {
        return new TakenOnce<>(answer.map(form));
    }

    /**
     * The content of a resource that is no more than such an answer.
     *
     * @param codec of what is left of the answer
     * @param answer the answer of a resource
     * @param resource a resource of an answer
     */
    public static <T, R extends Resource> ResourceContent<R> content(
            ValueCodec<Optional<T>> codec, Function<R, TakenOnce<T>> answer, Function<TakenOnce<T>, R> resource) {
        return ResourceContent.of(
                saved -> Binary.encode(codec, answer.apply(saved).answer),
                content -> resource.apply(new TakenOnce<>(Binary.decode(codec, content))));
    }
}
