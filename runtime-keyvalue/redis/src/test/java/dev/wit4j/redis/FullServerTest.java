package dev.wit4j.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.Bytes;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.Invocation;
import dev.wit4j.journal.Journal;
import dev.wit4j.journal.Outcome;
import dev.wit4j.journal.UnavailableException;
import dev.wit4j.journal.WorkerId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import redis.clients.jedis.Jedis;

/** A server has as much as its {@code maxmemory} lets it have: nothing comes, but what is there can go. */
class FullServerTest {
    private static final WorkerId WORKER = new WorkerId("counter", "one");
    private static final Bytes ENTRY = Bytes.utf8("entry");
    private static final RedisOptions IMPATIENT = RedisOptions.DEFAULT.withRetryFor(Duration.ZERO);

    private static Effect.OnBucket set(String key) {
        return new Effect.Put("b", key, Bytes.utf8("value"), OptionalLong.empty());
    }

    private static Effect.OnBucket delete(String... keys) {
        return new Effect.Delete("b", List.of(keys));
    }

    private static void limit(RedisServer server, String memory) {
        try (Jedis jedis = new Jedis("127.0.0.1", server.port())) {
            jedis.configSet("maxmemory", memory);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.wit4j.redis.RedisBinary#all")
    void whatAWorkerSetsIsRefusedAndWhatItDeletesGoes(RedisBinary binary) {
        try (RedisServer server = RedisServer.start(binary, "appendfsync everysec");
                RedisStorage storage = RedisStorage.connect(server.uri(), IMPATIENT)) {
            Journal journal = storage.claim(WORKER);
            journal.commit(ENTRY, set("one"));
            journal.commit(ENTRY, set("two"));
            limit(server, "1");

            Outcome refused = journal.commit(ENTRY, set("three"));
            assertThat(refused)
                    .isInstanceOfSatisfying(
                            Outcome.Failed.class,
                            failed -> assertThat(failed.message()).contains("OOM"));
            assertThat(journal.commit(ENTRY, delete("one", "absent"))).isEqualTo(new Outcome.Count(1));
            assertThat(storage.buckets().apply(delete("two"))).isEqualTo(new Outcome.Count(1));
            assertThatThrownBy(() -> storage.mailbox(WORKER).enqueue(new Invocation("call", ENTRY)))
                    .isInstanceOf(UnavailableException.class)
                    .hasMessageContaining("OOM");
            assertThat(journal.commit(ENTRY, delete("absent")))
                    .as("a record for which nothing goes")
                    .isInstanceOf(Outcome.Failed.class);

            limit(server, "0");
            assertThat(journal.commit(ENTRY, set("four"))).isEqualTo(Outcome.DONE);
            List<Outcome> outcomes = new ArrayList<>();
            storage.claim(WORKER).replay(0, record -> {
                if (!record.entries().isEmpty()) {
                    outcomes.add(record.outcome());
                }
            });
            assertThat(outcomes.subList(2, 4)).containsExactly(refused, new Outcome.Count(1));
            assertThat(storage.buckets().keys("b", OptionalLong.empty(), 10).keys())
                    .containsExactly("four");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.wit4j.redis.RedisBinary#all")
    void whoConnectsCanMakeRoomAndGoesOnWhenThereIsSome(RedisBinary binary) {
        try (RedisServer server = RedisServer.start(binary, "appendfsync everysec")) {
            try (RedisStorage storage = RedisStorage.connect(server.uri(), IMPATIENT)) {
                storage.claim(WORKER).commit(ENTRY, set("one"));
            }
            limit(server, "1");
            try (RedisStorage storage = RedisStorage.connect(server.uri(), IMPATIENT)) {
                assertThat(storage.buckets().apply(delete("one"))).isEqualTo(new Outcome.Count(1));
                assertThatThrownBy(() -> storage.claim(WORKER))
                        .isInstanceOf(UnavailableException.class)
                        .hasMessageContaining("OOM");

                limit(server, "0");
                assertThat(storage.claim(WORKER).commit(ENTRY, set("two"))).isEqualTo(Outcome.DONE);
                assertThat(storage.buckets().keys("b", OptionalLong.empty(), 10).keys())
                        .containsExactly("two");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.wit4j.redis.RedisBinary#all")
    void aSnapshotThatIsRefusedTrimsNothingAndTheJournalGoesOn(RedisBinary binary) {
        try (RedisServer server = RedisServer.start(binary, "appendfsync everysec");
                RedisStorage storage = RedisStorage.connect(server.uri(), IMPATIENT)) {
            Journal journal = storage.claim(WORKER);
            journal.commit(ENTRY, set("one"));
            journal.commit(ENTRY, new Effect.Snapshot(ENTRY, 0));
            long first = journal.sequence();
            journal.commit(ENTRY, set("two"));
            limit(server, "1");

            assertThat(journal.commit(ENTRY, new Effect.Snapshot(ENTRY, first))).isInstanceOf(Outcome.Failed.class);
            limit(server, "0");
            assertThat(journal.commit(ENTRY, set("three"))).isEqualTo(Outcome.DONE);
            assertThat(journal.snapshots())
                    .extracting(Journal.Snapshot::sequence)
                    .containsExactly(first);
            assertThat(journal.commit(ENTRY, new Effect.Snapshot(ENTRY, first))).isEqualTo(Outcome.DONE);
            assertThat(journal.commit(ENTRY, set("four"))).isEqualTo(Outcome.DONE);
            List<Long> sequences = new ArrayList<>();
            storage.claim(WORKER).replay(0, record -> sequences.add(record.sequence()));
            assertThat(sequences).startsWith(first);
        }
    }
}
