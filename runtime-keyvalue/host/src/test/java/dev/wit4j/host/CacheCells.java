package dev.wit4j.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.Bytes;
import dev.wit4j.StringException;
import dev.wit4j.Tuple2;
import dev.wit4j.host.KeyValueContract.Generation;
import dev.wit4j.host.generation.Generations;
import dev.wit4j.keyvalue.bucket.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import wit.test.generations.caches.Caches;

/** The cache, in the generations that have one. */
interface CacheCells extends StoreUnderTest {
    /** A worker of each generation that has a cache. */
    enum Caching {
        SEED((host, name) -> host.worker(Generations.SEED, name).exports().caches()),
        EVENTUAL((host, name) ->
                host.worker(Generations.EVENTUAL, name).exports().caches());

        private final BiFunction<ComponentHost, String, Caches> caches;

        Caching(BiFunction<ComponentHost, String, Caches> caches) {
            this.caches = caches;
        }

        Caches of(ComponentHost host) {
            return caches.apply(host, "one");
        }
    }

    Bytes ONE = Bytes.utf8("one");
    Bytes TWO = Bytes.utf8("two");
    Optional<Long> FOREVER = Optional.empty();

    /** Longer than any test takes. */
    Optional<Long> HOUR = Optional.of(3_600_000L);

    private Caches one(Caching caching) {
        return caching.of(host());
    }

    private Caches two(Caching caching) {
        return caching.caches.apply(host(), "two");
    }

    /** Returns when a key is there no more. */
    private void awaitExpiry(String key) {
        while (host().storage().buckets().exists("cache", key)) {
            Thread.onSpinWait();
        }
    }

    @ParameterizedTest
    @EnumSource
    default void aCachedValueIsThereUntilItIsRemoved(Caching caching) {
        Caches cache = one(caching);
        assertThat(cache.get("key")).isEmpty();
        assertThat(cache.exists("key")).isFalse();

        cache.set("key", ONE, FOREVER);
        assertThat(two(caching).get("key")).contains(ONE);
        assertThat(cache.exists("key")).isTrue();
        cache.set("key", TWO, HOUR);
        assertThat(cache.get("key")).contains(TWO);

        cache.delete("key");
        cache.delete("key");
        assertThat(cache.get("key")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    default void aValueVanishesWhenItsTimeIsOver(Caching caching) {
        Caches cache = one(caching);
        cache.set("key", ONE, Optional.of(100L));
        cache.set("other", ONE, HOUR);
        awaitExpiry("key");

        assertThat(cache.get("key")).isEmpty();
        assertThat(cache.exists("key")).isFalse();
        assertThat(cache.get("other")).contains(ONE);
        assertThat(Generation.EVENTUAL.of(host()).listKeys("cache")).containsExactly("other");
    }

    @ParameterizedTest
    @EnumSource
    default void aTimeOfNothingRemovesAValueAndTheLongestIsKept(Caching caching) {
        Caches cache = one(caching);
        cache.set("key", ONE, FOREVER);
        cache.set("key", TWO, Optional.of(0L));
        assertThat(cache.get("key")).isEmpty();
        cache.set("key", TWO, Optional.of(0xffff_ffffL));
        assertThat(cache.get("key")).contains(TWO);
    }

    @ParameterizedTest
    @EnumSource
    default void settingAValueAnewBeginsItsTimeAnew(Caching caching) {
        Caches cache = one(caching);
        cache.set("key", ONE, Optional.of(50L));
        cache.set("key", TWO, FOREVER);
        cache.set("end", ONE, Optional.of(100L));
        awaitExpiry("end");

        assertThat(cache.get("key")).contains(TWO);
    }

    @ParameterizedTest
    @EnumSource
    default void keysAndValuesOfTheCacheMayBeEmpty(Caching caching) {
        one(caching).set("", Bytes.EMPTY, HOUR);
        assertThat(one(caching).get("")).contains(Bytes.EMPTY);
        assertThat(one(caching).exists("")).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    default void whatExceedsALimitIsRefusedInTheFuture(Caching caching) {
        String tooLong = "k".repeat(Limits.DEFAULT.keyBytes() + 1);
        String message = "a key may have 65536 bytes, this one has 65537";
        Caches cache = one(caching);
        assertThatThrownBy(() -> cache.get(tooLong)).satisfies(says(message));
        assertThatThrownBy(() -> cache.exists(tooLong)).satisfies(says(message));
        assertThatThrownBy(() -> cache.set(tooLong, ONE, HOUR)).satisfies(says(message));
        assertThatThrownBy(() -> cache.delete(tooLong)).satisfies(says(message));
        assertThatThrownBy(() -> cache.enter(tooLong)).satisfies(says(message));
    }

    private static java.util.function.Consumer<Throwable> says(String message) {
        return thrown -> assertThat(thrown)
                .isInstanceOfSatisfying(
                        StringException.class, e -> assertThat(e.error()).isEqualTo(message));
    }

    @ParameterizedTest
    @EnumSource
    default void anAnswerIsTakenOnce(Caching caching) {
        one(caching).set("key", ONE, HOUR);
        assertThat(one(caching).takeTwice("key")).isEqualTo(new Tuple2<>(Optional.of(ONE), false));
    }

    @ParameterizedTest
    @EnumSource
    default void whatIsThereNeedsNoFilling(Caching caching) {
        one(caching).set("key", ONE, HOUR);
        assertThat(one(caching).enter("key")).contains(ONE);
    }

    @ParameterizedTest
    @EnumSource
    default void whoIsGivenAVacancyFillsIt(Caching caching) {
        Caches cache = one(caching);
        assertThat(cache.enter("key")).isEmpty();
        assertThat(cache.get("key")).isEmpty();
        cache.fill("key", ONE, FOREVER);
        assertThat(cache.get("key")).contains(ONE);
        assertThat(two(caching).enter("key")).contains(ONE);

        cache.enter("short");
        cache.fill("short", ONE, Optional.of(50L));
        awaitExpiry("short");
        assertThat(two(caching).enter("short")).isEmpty();
        two(caching).giveBack("short");
    }

    @ParameterizedTest
    @EnumSource
    default void othersWaitUntilTheKeyIsFilled(Caching caching) {
        assertThat(one(caching).enter("key")).isEmpty();
        CompletableFuture<Optional<Bytes>> other =
                CompletableFuture.supplyAsync(() -> two(caching).enter("key"));
        CompletableFuture<Optional<Bytes>> another = CompletableFuture.supplyAsync(
                () -> caching.caches.apply(host(), "three").enter("key"));
        assertThat(other).isNotDone();
        one(caching).fill("key", ONE, HOUR);

        assertThat(other.join()).contains(ONE);
        assertThat(another.join()).contains(ONE);
    }

    @ParameterizedTest
    @EnumSource
    default void aVacancyThatIsGivenBackGoesToWhoeverWaits(Caching caching) {
        assertThat(one(caching).enter("key")).isEmpty();
        CompletableFuture<Optional<Bytes>> other =
                CompletableFuture.supplyAsync(() -> two(caching).enter("key"));
        one(caching).giveBack("key");

        assertThat(other.join()).isEmpty();
        two(caching).fill("key", TWO, HOUR);
        assertThat(one(caching).get("key")).contains(TWO);
    }

    @ParameterizedTest
    @EnumSource
    default void ofManyWhoWantToFillAKeyOneAtATimeMay(Caching caching) {
        List<CompletableFuture<Optional<Bytes>>> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Caches cache = caching.caches.apply(host(), "racer-" + i);
            all.add(CompletableFuture.supplyAsync(() -> {
                Optional<Bytes> found = cache.enter("key");
                if (found.isEmpty()) {
                    cache.fill("key", ONE, HOUR);
                }
                return found;
            }));
        }
        assertThat(all.stream().map(CompletableFuture::join))
                .filteredOn(Optional::isEmpty)
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    default void aVacancyThatNobodyTookOutOfItsFutureIsGivenBack(Caching caching) {
        one(caching).enterAndForget("key");
        assertThat(two(caching).enter("key")).isEmpty();
        two(caching).giveBack("key");
    }

    @ParameterizedTest
    @EnumSource
    default void askingTwiceForTheRightToFillAKeyIsRefusedAtOnce(Caching caching) {
        assertThat(one(caching).enter("key")).isEmpty();
        assertThatThrownBy(() -> one(caching).enter("key"))
                .satisfies(says("this worker has the right to fill the key already"));
        one(caching).fill("key", ONE, HOUR);
        assertThat(one(caching).enter("key")).contains(ONE);
    }

    @ParameterizedTest
    @EnumSource
    default void aVacancyOutlivesItsHostAndReplayNeitherWaitsNorAsks(Caching caching) {
        org.junit.jupiter.api.Assumptions.assumeTrue(outlivesItsHost());
        assertThat(one(caching).enter("key")).isEmpty();
        host().storage()
                .buckets()
                .apply(new dev.wit4j.journal.Effect.Put("cache", "filled", ONE, OptionalLong.of(200)));
        assertThat(one(caching).enter("filled")).contains(ONE);
        awaitExpiry("filled");
        reopen();

        one(caching).fill("key", TWO, HOUR);
        assertThat(two(caching).get("key")).contains(TWO);
    }
}
