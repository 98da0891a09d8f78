package dev.wit4j.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.Bytes;
import dev.wit4j.StringException;
import dev.wit4j.host.generation.Generations;
import dev.wit4j.journal.Effect;
import dev.wit4j.keyvalue.KeyValueProvider;
import dev.wit4j.keyvalue.bucket.AccessRules;
import dev.wit4j.keyvalue.bucket.CacheOptions;
import dev.wit4j.keyvalue.bucket.KeyValueOptions;
import dev.wit4j.keyvalue.bucket.Limits;
import dev.wit4j.runtime.WorkerHost;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import wit.test.generations.caches.Caches;

/** A worker that may fill a key and does not keeps nobody waiting for ever. */
interface LeaseCells extends StoreUnderTest {
    Duration HOURS = Duration.ofHours(10);

    /** A right that is over soon, for workers that wait until it is. */
    CacheOptions BRIEF = new CacheOptions("cache", Duration.ofMillis(100), Duration.ofSeconds(60));

    /** A right that lasts, for workers that do not wait. */
    CacheOptions LASTING = new CacheOptions("cache", HOURS, Duration.ZERO);

    private WorkerHost host(CacheOptions cache) {
        Limits limits = new Limits(100, 100, 10, 10, 100, 10);
        return WorkerHost.on(host().storage())
                .component(Generations.EVENTUAL)
                .provider(new KeyValueProvider(
                        new KeyValueOptions(limits, AccessRules.ALLOW_ALL, Optional.empty(), cache)))
                .build();
    }

    private static Caches worker(WorkerHost host, String name) {
        return host.worker(Generations.EVENTUAL, name).exports().caches();
    }

    private static Bytes bytes(String text) {
        return Bytes.utf8(text);
    }

    /** Returns when nobody has the right to fill the key. */
    private void awaitEndOfLease() {
        while (host().storage().buckets().exists("cache/vacancies", "key")) {
            Thread.onSpinWait();
        }
    }

    @Test
    default void aVacancyWhoseWorkerIsLostGoesToWhoeverWaits() {
        WorkerHost lost = host(BRIEF);
        assertThat(worker(lost, "lost").enter("key")).isEmpty();
        lost.close();
        try (WorkerHost host = host(BRIEF)) {
            assertThat(worker(host, "other").enter("key")).isEmpty();
            worker(host, "other").fill("key", bytes("value"), Optional.empty());
            assertThat(worker(host, "third").enter("key")).contains(bytes("value"));
        }
    }

    /** The right is not renewed: whoever takes longer makes the value beside another one, and the later of both counts. */
    @Test
    default void whoTakesLongerThanTheRightLastsFillsTheKeyAllTheSameAndTheLaterValueStays() {
        try (WorkerHost brief = host(BRIEF);
                WorkerHost lasting = host(LASTING)) {
            assertThat(worker(brief, "slow").enter("key")).isEmpty();
            awaitEndOfLease();
            assertThat(worker(lasting, "next").enter("key")).isEmpty();

            worker(brief, "slow").fill("key", bytes("slow"), Optional.empty());
            assertThat(worker(lasting, "third").enter("key")).contains(bytes("slow"));
            worker(lasting, "next").fill("key", bytes("next"), Optional.empty());
            assertThat(worker(lasting, "third").enter("key")).contains(bytes("next"));
        }
    }

    @Test
    default void whoseRightIsOverTakesNothingFromWhoHasItNow() {
        try (WorkerHost brief = host(BRIEF);
                WorkerHost lasting = host(LASTING)) {
            assertThat(worker(brief, "slow").enter("key")).isEmpty();
            awaitEndOfLease();
            assertThat(worker(lasting, "next").enter("key")).isEmpty();

            worker(brief, "slow").giveBack("key");
            assertThatThrownBy(() -> worker(lasting, "third").enter("key")).isInstanceOf(StringException.class);
            worker(lasting, "next").giveBack("key");
            assertThat(worker(lasting, "third").enter("key")).isEmpty();
        }
    }

    @Test
    default void whoWaitsTooLongIsToldSoAndTheReplayToldTheSame() {
        try (WorkerHost host = host(new CacheOptions("cache", HOURS, Duration.ofMillis(100)))) {
            assertThat(worker(host, "one").enter("key")).isEmpty();
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> host.worker(Generations.EVENTUAL, "two")
                                .withKey("once")
                                .exports()
                                .caches()
                                .enter("key"))
                        .isInstanceOfSatisfying(
                                StringException.class,
                                e -> assertThat(e.error())
                                        .isEqualTo("another worker has not filled the key in 100 ms"));
            }
            worker(host, "one").fill("key", bytes("value"), Optional.empty());
            host.worker(Generations.EVENTUAL, "two").unload().join();
            assertThat(worker(host, "two").enter("key")).contains(bytes("value"));
        }
    }

    @Test
    default void aValueThatIsRefusedLeavesTheKeyToOthers() {
        try (WorkerHost host = host(CacheOptions.DEFAULT)) {
            assertThat(worker(host, "one").enter("key")).isEmpty();
            worker(host, "one").fill("key", bytes("more than ten bytes"), Optional.empty());
            assertThat(worker(host, "two").enter("key")).isEmpty();
        }
    }

    @Test
    default void aVacancyThatWasTakenBeforeACrashTheJournalKnowsNothingOfIsTakenAgainAtOnce() {
        host().storage()
                .buckets()
                .apply(new Effect.CompareAndSwap(
                        "cache/vacancies",
                        "key",
                        Optional.empty(),
                        bytes("some token@eventual/one"),
                        OptionalLong.of(HOURS.toMillis())));
        try (WorkerHost host = host(LASTING)) {
            assertThatThrownBy(() -> worker(host, "two").enter("key")).isInstanceOf(StringException.class);
            assertThat(worker(host, "one").enter("key")).isEmpty();
        }
    }
}
