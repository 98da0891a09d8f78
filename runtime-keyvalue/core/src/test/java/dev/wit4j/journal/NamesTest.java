package dev.wit4j.journal;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.wit4j.Bytes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What stores would write as the same bytes is no name: a lone surrogate is a question mark in UTF-8. */
class NamesTest {
    private static final Map<String, Consumer<String>> KEYS = Map.of(
            "a put", key -> new Effect.Put("b", key, Bytes.EMPTY, OptionalLong.empty()),
            "a put of several", key -> new Effect.PutAll("b", List.of(new Effect.KeyValue(key, Bytes.EMPTY))),
            "a deletion", key -> new Effect.Delete("b", List.of("k", key)),
            "an increment", key -> new Effect.Increment("b", key, 1, Effect.Range.SIGNED),
            "a swap", key -> new Effect.CompareAndSwap("b", key, Optional.empty(), Bytes.EMPTY));

    private static final Map<String, Consumer<String>> BUCKETS = Map.of(
            "a put", bucket -> new Effect.Put(bucket, "k", Bytes.EMPTY, OptionalLong.empty()),
            "a put of several", bucket -> new Effect.PutAll(bucket, List.of()),
            "a deletion", bucket -> new Effect.Delete(bucket, List.of()),
            "an increment", bucket -> new Effect.Increment(bucket, "k", 1, Effect.Range.SIGNED),
            "a swap", bucket -> new Effect.CompareAndSwap(bucket, "k", Optional.empty(), Bytes.EMPTY));

    @Test
    void aKeyOfAnEffectHasNoLoneSurrogate() {
        KEYS.forEach((effect, make) -> assertRefused(effect, "key", make));
    }

    @Test
    void aBucketOfAnEffectHasNoLoneSurrogate() {
        BUCKETS.forEach((effect, make) -> assertRefused(effect, "name of a bucket", make));
    }

    @Test
    void aWorkerHasNoLoneSurrogateInItsName() {
        assertRefused("its component", "component of a worker", name -> new WorkerId(name, "w"));
        assertRefused("its own", "name of a worker", name -> new WorkerId("c", name));
    }

    @Test
    void anIdempotencyKeyHasNoLoneSurrogate() {
        assertRefused("an invocation", "idempotency key", key -> new Invocation(key, Bytes.EMPTY));
        assertRefused("its end", "idempotency key", key -> new Effect.Complete(key, Bytes.EMPTY));
    }

    private static void assertRefused(String what, String name, Consumer<String> make) {
        assertThatIllegalArgumentException()
                .as(what)
                .isThrownBy(() -> make.accept("a\ud800"))
                .withMessage(name + ": lone surrogate \\ud800 at index 1");
        assertThatIllegalArgumentException()
                .as(what)
                .isThrownBy(() -> make.accept("\ud83d\ude00\udc00"))
                .withMessage(name + ": lone surrogate \\udc00 at index 2");
        assertThatNoException().as(what).isThrownBy(() -> make.accept("\ud83d\ude00"));
    }
}
