package dev.wit4j.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.wit4j.Bytes;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.Journal;
import dev.wit4j.journal.Outcome;
import dev.wit4j.journal.StorageException;
import dev.wit4j.journal.WorkerId;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.util.JedisClusterCRC16;

/** How the nodes of a cluster are found, and found again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClusterServersTest {
    private static final RedisOptions HASTY =
            RedisOptions.DEFAULT.withReplyTimeout(Duration.ofMillis(300)).withRetryFor(Duration.ZERO);

    private final FaultPlan requestsToFirst = new FaultPlan();
    private final List<FaultProxy> proxies =
            List.of(new FaultProxy(requestsToFirst), new FaultProxy(new FaultPlan()), new FaultProxy(new FaultPlan()));
    private final RedisCluster cluster = RedisCluster.startBehind(RedisBinary.preferred(), proxies);
    private final URI uri =
            URI.create("redis-cluster://127.0.0.1:" + proxies.get(0).port());

    @AfterAll
    void stop() {
        cluster.close();
        proxies.forEach(FaultProxy::close);
    }

    private static void put(RedisStorage storage) {
        storage.buckets().apply(new Effect.Put("b", "k", Bytes.utf8("v"), OptionalLong.empty()));
    }

    @Test
    void aNodeThatDidNotAnswerIsNotAskedWhereEverythingIsIfOthersAnswer() {
        RedisServer first = cluster.servers().get(0);
        try (Topology topology = Topologies.of(RedisAddress.parse(uri), HASTY)) {
            Server master = topology.masters().get(0);
            assertThat(master.address().getPort()).isEqualTo(proxies.get(0).port());
            first.pause();
            try {
                assertThatThrownBy(() -> master.exchange(connection -> connection.executeCommand(Command.PING)))
                        .isInstanceOf(NoReplyException.class);
                requestsToFirst.arm(-1, FaultPlan.Fault.NONE, () -> {});
                topology.refresh();
                assertThat(requestsToFirst.requests()).isZero();
            } finally {
                first.resume();
            }
        }
    }

    @Test
    void whyNoNodeAnswersIsSaidForEachOfThem() {
        try (RedisServer alone = RedisServer.start();
                RedisServer protectedOne = RedisServer.start(RedisBinary.preferred(), "requirepass secret")) {
            URI wrong = URI.create(
                    "redis-cluster://127.0.0.1:1,127.0.0.1:" + alone.port() + ",127.0.0.1:" + protectedOne.port());

            assertThatThrownBy(() -> RedisStorage.connect(wrong, HASTY))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("127.0.0.1:1: Failed to connect")
                    .hasMessageContaining(
                            "127.0.0.1:" + alone.port() + ": ERR This instance has cluster support disabled")
                    .hasMessageContaining("127.0.0.1:" + protectedOne.port() + ": NOAUTH");
        }
    }

    /** Such nodes say a host neither in the list of slots nor in a redirection. */
    @Test
    void nodesThatDoNotSayTheirHostAreWhereTheOneThatWasAskedIs() {
        assumeThat(RedisBinary.preferred().version()).doesNotStartWith("6.");
        cluster.servers().forEach(server -> configure(server, "unknown-endpoint"));
        try (RedisStorage storage = RedisStorage.connect(uri, HASTY)) {
            put(storage);
            SlotMigration migration = SlotMigration.begin(cluster, JedisClusterCRC16.getSlot("{b/0}"));
            assertThat(storage.buckets().get("b", "k")).contains(Bytes.utf8("v"));
            migration.end();
            assertThat(storage.buckets().get("b", "k")).contains(Bytes.utf8("v"));
        } finally {
            cluster.servers().forEach(server -> configure(server, "ip"));
        }
    }

    @Test
    void aNodeThatASlotMovesToIsGivenTheScriptsThatItDoesNotKnow() {
        WorkerId worker = new WorkerId("moving", "one");
        try (RedisStorage storage = RedisStorage.connect(uri, HASTY)) {
            Journal journal = storage.claim(worker);
            SlotMigration migration =
                    SlotMigration.begin(cluster, JedisClusterCRC16.getSlot("{" + Keys.member(worker) + "}"));
            migration.moveRest();
            cluster.servers().forEach(FaultsTest::flushScripts);

            assertThat(journal.commit(Bytes.EMPTY, Effect.NONE)).isEqualTo(Outcome.DONE);

            migration.end();
            assertThat(journal.commit(Bytes.EMPTY, Effect.NONE)).isEqualTo(Outcome.DONE);
        }
    }

    private static void configure(RedisServer server, String endpoint) {
        try (Jedis jedis = new Jedis("127.0.0.1", server.port())) {
            jedis.configSet("cluster-preferred-endpoint-type", endpoint);
        }
    }
}
