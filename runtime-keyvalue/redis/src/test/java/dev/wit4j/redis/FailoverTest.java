package dev.wit4j.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wit4j.Bytes;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.Journal;
import dev.wit4j.journal.Outcome;
import dev.wit4j.journal.WorkerId;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;

/** A replica takes over, with everything that was acknowledged: workers go on. */
class FailoverTest {
    private static final WorkerId WORKER = new WorkerId("counter", "one");
    private static final Effect INCREMENT = new Effect.Increment("b", "n", 1, Effect.Range.UNSIGNED);
    private static final RedisOptions PATIENT =
            RedisOptions.DEFAULT.withReplyTimeout(Duration.ofSeconds(1)).withRetryFor(Duration.ofSeconds(60));

    private static void commits(Journal journal, int first, int last) {
        for (int i = first; i <= last; i++) {
            assertThat(journal.commit(Bytes.utf8("entry"), INCREMENT)).isEqualTo(new Outcome.Number(i));
        }
    }

    @Test
    void workersGoOnWhereSentinelMadeAReplicaTheMaster() {
        try (RedisServer master = RedisServer.start();
                RedisServer replica =
                        RedisServer.start(RedisBinary.preferred(), "replicaof 127.0.0.1 " + master.port());
                RedisServer sentinel = RedisServer.startSentinel(RedisBinary.preferred(), "main", master)) {
            master.awaitReplica();
            sentinel.awaitInfo("slaves=1");
            URI uri = URI.create("redis-sentinel://127.0.0.1:" + sentinel.port() + "/2?master=main");
            try (RedisStorage storage = RedisStorage.connect(uri, PATIENT)) {
                Journal journal = storage.claim(WORKER);
                commits(journal, 1, 5);
                master.awaitReplica();
                master.kill();

                commits(journal, 6, 10);
                try (Jedis jedis = new Jedis("127.0.0.1", replica.port())) {
                    assertThat(jedis.dbSize()).isZero();
                    jedis.select(2);
                    assertThat(jedis.hget("wit4j:1:{b/0}:h", "n")).isEqualTo("10");
                }
                assertThat(storage.redis().topology().masters().get(0).address().getPort())
                        .isEqualTo(replica.port());
            }
        }
    }
}
