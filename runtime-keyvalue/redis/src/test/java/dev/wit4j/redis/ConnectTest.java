package dev.wit4j.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.Bytes;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.NotABucketException;
import dev.wit4j.journal.StorageException;
import java.net.URI;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import redis.clients.jedis.Jedis;

/** What is looked at when a store is connected. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConnectTest {
    private static final RedisOptions HASTY = RedisOptions.DEFAULT.withRetryFor(Duration.ZERO);

    private static final String[] DOCUMENTED_PERMISSIONS = {
        "on", ">password", "~wit4j:*", "+@all", "-@admin", "-@dangerous", "+info", "+cluster|slots"
    };

    private final RedisServer server = RedisServer.start();
    private final Jedis admin = new Jedis("127.0.0.1", server.port());

    @AfterEach
    void forget() {
        admin.configSet("maxmemory-policy", "noeviction");
        admin.flushAll();
    }

    @AfterAll
    void stop() {
        admin.close();
        server.close();
    }

    private URI uri(String credentials, String path) {
        return URI.create("redis://" + credentials + "127.0.0.1:" + server.port() + path);
    }

    private void connectAndWrite(URI uri) {
        try (RedisStorage storage = RedisStorage.connect(uri, HASTY)) {
            storage.buckets().apply(new Effect.Put("b", "k", Bytes.utf8("v"), OptionalLong.empty()));
        }
    }

    @Test
    void aServerThatEvictsKeysIsRefused() {
        admin.configSet("maxmemory-policy", "allkeys-lru");

        assertThatThrownBy(() -> connectAndWrite(server.uri()))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("maxmemory-policy allkeys-lru")
                .hasMessageEndingWith("set maxmemory-policy to noeviction");
    }

    /** The server that took over has the address of the one before it. */
    @Test
    void norIsOneThatTookOverUsedIfItEvictsKeysUntilItNoLongerDoes() {
        try (RedisServer first = RedisServer.start();
                RedisServer second = RedisServer.start(RedisBinary.preferred(), "maxmemory-policy allkeys-lru");
                FaultProxy proxy = new FaultProxy(new FaultPlan());
                Jedis jedis = new Jedis("127.0.0.1", second.port())) {
            proxy.to(first.port());
            try (RedisStorage storage = RedisStorage.connect(proxy.uri(), HASTY)) {
                first.kill();
                proxy.to(second.port());
                assertThatThrownBy(() -> storage.buckets().get("b", "k")).isInstanceOf(StorageException.class);
                assertThatThrownBy(() -> storage.buckets().get("b", "k"))
                        .isInstanceOf(StorageException.class)
                        .hasMessageContaining("evicts keys (maxmemory-policy allkeys-lru)");

                jedis.configSet("maxmemory-policy", "noeviction");
                assertThat(storage.buckets().get("b", "k")).isEmpty();
            }
        }
    }

    @Test
    void aReplicaIsNotConnectedTo() {
        try (RedisServer replica = RedisServer.start(RedisBinary.preferred(), "replicaof 127.0.0.1 " + server.port())) {
            assertThatThrownBy(() -> connectAndWrite(replica.uri()))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("127.0.0.1:" + replica.port() + " is a replica")
                    .hasMessageEndingWith("connect to its master");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "appendonly yes, appendfsync always, no-appendfsync-on-rewrite no, 'exactly once, without failover'",
        "appendonly yes, appendfsync everysec, no-appendfsync-on-rewrite no, exactly once until the power fails",
        "appendonly yes, appendfsync always, no-appendfsync-on-rewrite yes, exactly once until the power fails",
        "appendonly no, appendfsync always, no-appendfsync-on-rewrite no, exactly once until the server stops"
    })
    void howAServerKeepsWhatItWritesSaysWhatIsGuaranteed(String log, String sync, String rewrite, String guarantee) {
        try (RedisServer kept = RedisServer.start(RedisBinary.preferred(), log, sync, rewrite);
                Topology topology = Topologies.of(RedisAddress.parse(kept.uri()), HASTY)) {
            assertThat(new ConnectChecks(new Redis(topology, HASTY.retries()), HASTY).run())
                    .containsExactly(guarantee);
        }
    }

    @Test
    void aServerThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> connectAndWrite(URI.create("redis://127.0.0.1:1")))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("127.0.0.1:1 cannot be reached");
    }

    @ParameterizedTest
    @MethodSource("dev.wit4j.redis.RedisBinary#all")
    void aUserWithTheDocumentedPermissionsIsEnough(RedisBinary binary) {
        try (RedisServer one = RedisServer.start(binary);
                Jedis jedis = new Jedis("127.0.0.1", one.port())) {
            jedis.aclSetUser("worker", DOCUMENTED_PERMISSIONS);

            connectAndWrite(URI.create("redis://worker:password@127.0.0.1:" + one.port()));
            assertThat(jedis.hget("wit4j:1:{b/0}:h", "k")).isEqualTo("v");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.wit4j.redis.RedisBinary#all")
    void andInAClusterToo(RedisBinary binary) {
        try (RedisCluster cluster = RedisCluster.start(binary, 0)) {
            for (RedisServer node : cluster.servers()) {
                try (Jedis jedis = new Jedis("127.0.0.1", node.port())) {
                    jedis.aclSetUser("worker", DOCUMENTED_PERMISSIONS);
                }
            }
            connectAndWrite(URI.create("redis-cluster://worker:password@127.0.0.1:"
                    + cluster.servers().get(0).port()));
        }
    }

    @Test
    void aUserThatLacksOneIsRefusedBeforeAnythingRestsOnIt() {
        admin.aclSetUser("worker", "reset", "on", ">secret", "~wit4j:*", "+@all", "-hset");

        assertThatThrownBy(() -> connectAndWrite(uri("worker:secret@", "")))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("does not let this user run what the store needs");
        assertThat(admin.keys("wit4j:1:*")).isEmpty();
    }

    /** Nor may it remove what was tried with, which therefore goes by itself. */
    @Test
    void aUserThatMayNotDeleteIsToldSoAndNothingStaysForEver() {
        admin.aclSetUser("worker", "reset", "on", ">secret", "~wit4j:*", "+@all", "-del");

        assertThatThrownBy(() -> connectAndWrite(uri("worker:secret@", "")))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("does not let this user run what the store needs")
                .hasMessageContaining("can't run this command");
        assertThat(admin.keys("*")).isNotEmpty().allMatch(key -> admin.ttl(key) > 0);
    }

    @Test
    void aWrongPasswordIsSaidToBeOne() {
        admin.aclSetUser("worker", "reset", "on", ">secret", "~*", "+@all");

        assertThatThrownBy(() -> connectAndWrite(uri("worker:wrong@", "")))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("WRONGPASS")
                .hasMessageNotContaining("wrong@");
    }

    @Test
    void aDatabaseOtherThanTheFirstIsUsedIfItIsNamed() {
        connectAndWrite(uri("", "/3"));

        assertThat(admin.dbSize()).isZero();
        admin.select(3);
        assertThat(admin.hget("wit4j:1:{b/0}:h", "k")).isEqualTo("v");
        admin.flushAll();
        admin.select(0);
    }

    @Test
    void connectingLeavesNothingBehind() {
        RedisStorage.connect(server.uri(), HASTY).close();

        assertThat(admin.keys("*")).containsExactly("wit4j:1:settings");
    }

    @Test
    void aKeyThatIsNoHashIsReportedAsSuch() {
        admin.set("wit4j:1:{b/0}:h", "something else");
        try (RedisStorage storage = RedisStorage.connect(server.uri(), HASTY)) {
            assertThatThrownBy(() -> storage.buckets().get("b", "k"))
                    .isInstanceOf(NotABucketException.class)
                    .hasMessageContaining("under the name of bucket 'b'");
        }
    }
}
