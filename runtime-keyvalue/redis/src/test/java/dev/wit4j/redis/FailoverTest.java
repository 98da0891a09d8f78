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
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
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

    /** Returns when a replica has everything that the master has. */
    private static void awaitReplica(RedisServer master) {
        try (Jedis jedis = new Jedis("127.0.0.1", master.port(), 60_000)) {
            do {
                jedis.ping();
            } while (jedis.waitReplicas(1, 1000) < 1);
        }
    }

    @Test
    void workersGoOnWhereSentinelMadeAReplicaTheMaster() {
        try (RedisServer master = RedisServer.start();
                RedisServer replica =
                        RedisServer.start(RedisBinary.preferred(), "replicaof 127.0.0.1 " + master.port());
                RedisServer sentinel = RedisServer.startSentinel(RedisBinary.preferred(), "main", master)) {
            awaitReplica(master);
            sentinel.awaitInfo("slaves=1");
            URI uri = URI.create("redis-sentinel://127.0.0.1:" + sentinel.port() + "?master=main");
            try (RedisStorage storage = RedisStorage.connect(uri, PATIENT)) {
                Journal journal = storage.claim(WORKER);
                commits(journal, 1, 5);
                awaitReplica(master);
                master.kill();

                commits(journal, 6, 10);
                assertThat(storage.redis().topology().server(0).address().getPort())
                        .isEqualTo(replica.port());
            }
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "wit4j.faults", matches = "true")
    void workersGoOnWhereAReplicaTookOverPartOfACluster() {
        try (RedisCluster cluster = RedisCluster.start(RedisBinary.preferred(), 1);
                RedisStorage storage = RedisStorage.connect(cluster.uri(), PATIENT)) {
            Journal journal = storage.claim(WORKER);
            commits(journal, 1, 5);
            for (RedisServer server : cluster.servers().subList(0, 3)) {
                awaitReplica(server);
            }
            int port = storage.redis()
                    .topology()
                    .server(redis.clients.jedis.util.JedisClusterCRC16.getSlot(
                            storage.keys().shard("b", "n").values()))
                    .address()
                    .getPort();
            cluster.servers().stream().filter(server -> server.port() == port).forEach(RedisServer::kill);

            commits(journal, 6, 10);
        }
    }
}
