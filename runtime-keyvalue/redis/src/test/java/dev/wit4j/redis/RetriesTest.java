package dev.wit4j.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.Bytes;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.Journal;
import dev.wit4j.journal.Outcome;
import dev.wit4j.journal.UnavailableException;
import dev.wit4j.journal.WorkerId;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;

/** What passes is tried again, as often as the policy says and no oftener. */
class RetriesTest {
    private static final WorkerId WORKER = new WorkerId("counter", "one");
    private static final Effect INCREMENT = new Effect.Increment("b", "n", 1, Effect.Range.UNSIGNED);
    private static final RedisRetries QUICK =
            new RedisRetries(4, Duration.ofMillis(1), Duration.ofMillis(2), 0.5, Duration.ofMinutes(1));

    @Test
    void pausesDoubleUpToTheLongestAndChanceMakesThemShorter() {
        RedisRetries without = new RedisRetries(9, Duration.ofMillis(3), Duration.ofMillis(20), 0, Duration.ZERO);
        RedisRetries half = new RedisRetries(9, Duration.ofMillis(3), Duration.ofMillis(20), 0.5, Duration.ZERO);

        assertThat(IntStream.rangeClosed(1, 5)
                        .mapToObj(
                                made -> without.pauseAfter(made, new Random(1)).toMillis()))
                .containsExactly(3L, 6L, 12L, 20L, 20L);
        Random random = new Random(1);
        assertThat(IntStream.range(0, 100)
                        .mapToObj(i -> half.pauseAfter(9, random).toMillis()))
                .allMatch(pause -> pause >= 10 && pause <= 20)
                .anyMatch(pause -> pause < 13)
                .anyMatch(pause -> pause > 17);
    }

    @Test
    void aReadThatIsNotAnsweredIsTriedAsOftenAsThePolicySays() {
        FaultPlan plan = new FaultPlan();
        try (RedisServer server = RedisServer.start();
                FaultProxy proxy = new FaultProxy(plan)) {
            proxy.to(server.port());
            URI uri = URI.create("redis://127.0.0.1:" + proxy.port());
            try (RedisStorage storage = RedisStorage.connect(uri, RedisOptions.DEFAULT.withRetries(QUICK))) {
                plan.armEach(FaultPlan.Fault.DROP_REPLY);
                assertThatThrownBy(() -> storage.buckets().get("b", "k"))
                        .isInstanceOf(UnavailableException.class)
                        .hasMessageContaining("Redis cannot be used at present");
                assertThat(plan.requests()).isEqualTo(QUICK.attempts());

                plan.arm(QUICK.attempts() - 1, FaultPlan.Fault.NONE, () -> {});
                assertThat(storage.buckets().get("b", "k")).isEmpty();
            }
        }
    }

    /** The server is a replica until it is asked to take the record that gives the write up. */
    @Test
    void aWriteThatIsRefusedForTooLongIsAnErrorThatTheJournalKeeps() {
        FaultPlan plan = new FaultPlan();
        try (RedisServer server = RedisServer.start();
                FaultProxy proxy = new FaultProxy(plan);
                Jedis admin = new Jedis("127.0.0.1", server.port())) {
            proxy.to(server.port());
            URI uri = URI.create("redis://127.0.0.1:" + proxy.port());
            try (RedisStorage storage = RedisStorage.connect(uri, RedisOptions.DEFAULT.withRetries(QUICK))) {
                Journal journal = storage.claim(WORKER);
                admin.replicaof("127.0.0.1", 1);
                int triedAndLookedFor = 2 * QUICK.attempts();
                plan.arm(triedAndLookedFor, FaultPlan.Fault.ACT_BEFORE, admin::replicaofNoOne);

                Outcome seen = journal.commit(Bytes.utf8("entry"), INCREMENT);

                assertThat(seen)
                        .isInstanceOfSatisfying(
                                Outcome.Failed.class,
                                failed -> assertThat(failed.message()).contains("READONLY"));
                assertThat(storage.buckets().get("b", "n")).isEmpty();
                List<Outcome> recorded = new ArrayList<>();
                storage.claim(WORKER).replay(0, record -> recorded.add(record.outcome()));
                assertThat(recorded).contains(seen);
            }
        }
    }
}
