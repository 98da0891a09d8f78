package dev.wit4j.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.Bytes;
import dev.wit4j.StringException;
import dev.wit4j.host.generation.Generations;
import dev.wit4j.keyvalue.KeyValueProvider;
import dev.wit4j.keyvalue.bucket.AccessRules;
import dev.wit4j.keyvalue.bucket.CacheOptions;
import dev.wit4j.keyvalue.bucket.KeyValueOptions;
import dev.wit4j.keyvalue.bucket.Limits;
import dev.wit4j.keyvalue.bucket.Verb;
import dev.wit4j.memory.MemoryStorage;
import dev.wit4j.runtime.WorkerHost;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import wit.test.generations.caches.Caches;

/** A worker that may fill a key and does not keeps nobody waiting for ever. */
class CacheLeaseTest {
    private static final Bytes VALUE = Bytes.utf8("value");
    private static final Limits SMALL = new Limits(100, 100, 10, 10, 10);

    private final MemoryStorage storage = new MemoryStorage();

    private WorkerHost host(CacheOptions cache, AccessRules access) {
        return WorkerHost.on(storage)
                .component(Generations.EVENTUAL)
                .provider(new KeyValueProvider(new KeyValueOptions(SMALL, access, Optional.empty(), cache)))
                .build();
    }

    private static Caches worker(WorkerHost host, String name) {
        return host.worker(Generations.EVENTUAL, name).exports().caches();
    }

    @Test
    void aVacancyWhoseWorkerIsLostGoesToWhoeverWaits() {
        CacheOptions brief = new CacheOptions("cache", Duration.ofMillis(300), Duration.ofSeconds(60));
        WorkerHost lost = host(brief, AccessRules.ALLOW_ALL);
        assertThat(worker(lost, "lost").enter("key")).isEmpty();
        lost.close();
        try (WorkerHost host = host(brief, AccessRules.ALLOW_ALL)) {
            assertThat(worker(host, "other").enter("key")).isEmpty();
            worker(host, "other").fill("key", VALUE, Optional.empty());
            assertThat(worker(host, "third").enter("key")).contains(VALUE);
        }
    }

    @Test
    void whoWaitsTooLongIsToldSoAndTheReplayToldTheSame() {
        CacheOptions impatient = new CacheOptions("cache", Duration.ofHours(1), Duration.ofMillis(100));
        try (WorkerHost host = host(impatient, AccessRules.ALLOW_ALL)) {
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
            worker(host, "one").fill("key", VALUE, Optional.empty());
            host.worker(Generations.EVENTUAL, "two").unload().join();
            assertThat(worker(host, "two").enter("key")).contains(VALUE);
        }
    }

    @Test
    void aValueThatIsRefusedLeavesTheKeyToOthers() {
        try (WorkerHost host = host(CacheOptions.DEFAULT, AccessRules.ALLOW_ALL)) {
            assertThat(worker(host, "one").enter("key")).isEmpty();
            Bytes tooLarge = Bytes.wrap(new byte[SMALL.valueBytes() + 1]);
            worker(host, "one").fill("key", tooLarge, Optional.empty());
            assertThat(worker(host, "two").enter("key")).isEmpty();
        }
    }

    @Test
    void theCacheIsABucketForAccessRules() {
        AccessRules readOnly = new AccessRules(List.of(new AccessRules.Rule("*", "cache", Set.of(Verb.READ))));
        try (WorkerHost host = host(CacheOptions.DEFAULT, readOnly)) {
            String denied = "component 'eventual' may not write bucket 'cache'";
            assertThat(worker(host, "one").get("key")).isEmpty();
            assertThatThrownBy(() -> worker(host, "one").set("key", VALUE, Optional.empty()))
                    .isInstanceOfSatisfying(
                            StringException.class, e -> assertThat(e.error()).isEqualTo(denied));
            assertThatThrownBy(() -> worker(host, "one").enter("key"))
                    .isInstanceOfSatisfying(
                            StringException.class, e -> assertThat(e.error()).isEqualTo(denied));
        }
    }

    @Test
    void aVacancyThatWasTakenBeforeACrashTheJournalKnowsNothingOfIsTakenAgainAtOnce() {
        storage.buckets()
                .apply(new dev.wit4j.journal.Effect.CompareAndSwap(
                        "cache/vacancies",
                        "key",
                        Optional.empty(),
                        Bytes.utf8("some token@eventual/one"),
                        java.util.OptionalLong.of(3_600_000)));
        CacheOptions impatient = new CacheOptions("cache", Duration.ofHours(1), Duration.ZERO);
        try (WorkerHost host = host(impatient, AccessRules.ALLOW_ALL)) {
            assertThatThrownBy(() -> worker(host, "two").enter("key")).isInstanceOf(StringException.class);
            assertThat(worker(host, "one").enter("key")).isEmpty();
        }
    }
}
