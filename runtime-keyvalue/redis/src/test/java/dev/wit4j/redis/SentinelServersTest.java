package dev.wit4j.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.Bytes;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.StorageException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import redis.clients.jedis.Jedis;

/** Sentinels that say another master than before, without one that fails. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SentinelServersTest {
    private static final RedisOptions HASTY =
            RedisOptions.DEFAULT.withReplyTimeout(Duration.ofSeconds(20)).withRetryFor(Duration.ofSeconds(20));

    private final RedisServer before = RedisServer.start();
    private final RedisServer after = RedisServer.start();
    private final RedisServer sentinel = RedisServer.startSentinel(RedisBinary.preferred(), "main", before);

    @AfterEach
    void back() {
        monitor(sentinel, before);
    }

    @AfterAll
    void stop() {
        sentinel.close();
        after.close();
        before.close();
    }

    private static URI uri(RedisServer... sentinels) {
        StringBuilder hosts = new StringBuilder();
        for (RedisServer each : sentinels) {
            hosts.append(hosts.isEmpty() ? "" : ",").append("127.0.0.1:").append(each.port());
        }
        return URI.create("redis-sentinel://" + hosts + "?master=main");
    }

    /** Makes a sentinel say that the master is this one. */
    private static void monitor(RedisServer sentinel, RedisServer master) {
        try (Jedis jedis = new Jedis("127.0.0.1", sentinel.port())) {
            jedis.sentinelRemove("main");
            jedis.sentinelMonitor("main", "127.0.0.1", master.port(), 1);
        }
    }

    private static void put(RedisServer server, String value) {
        try (RedisStorage storage = RedisStorage.connect(server.uri(), RedisOptions.DEFAULT)) {
            storage.buckets().apply(new Effect.Put("b", "k", Bytes.utf8(value), OptionalLong.empty()));
        }
    }

    /** One thread has the only connection, another one waits for it, and meanwhile the master is replaced. */
    @Test
    void whoWaitsForAConnectionToAMasterThatIsReplacedIsAnsweredByTheNextOne() throws Exception {
        put(before, "before");
        put(after, "after");
        try (RedisStorage storage = RedisStorage.connect(uri(sentinel), HASTY.withConnections(1))) {
            Topology topology = storage.redis().topology();
            CountDownLatch lent = new CountDownLatch(1);
            CountDownLatch replaced = new CountDownLatch(1);
            Thread first = new Thread(() -> topology.masters().get(0).exchange(connection -> {
                lent.countDown();
                return await(replaced);
            }));
            first.start();
            lent.await();
            FutureTask<Optional<Bytes>> read =
                    new FutureTask<>(() -> storage.buckets().get("b", "k"));
            Thread second = new Thread(read);
            second.start();
            while (second.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            monitor(sentinel, after);
            topology.refresh();
            replaced.countDown();

            assertThat(read.get(1, TimeUnit.MINUTES)).contains(Bytes.utf8("after"));
            first.join();
        }
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aStoreThatIsClosedSaysSo() {
        RedisStorage storage = RedisStorage.connect(uri(sentinel), HASTY);
        storage.close();

        assertThatThrownBy(() -> storage.buckets().get("b", "k"))
                .isInstanceOf(StorageException.class)
                .hasMessage("the store is closed");
    }

    @Test
    void whyNoSentinelKnowsTheMasterIsSaidForEachOfThem() {
        try (RedisServer protectedOne =
                RedisServer.startSentinel(RedisBinary.preferred(), "main", before.port(), 1, "requirepass secret")) {
            URI uri = URI.create("redis-sentinel://127.0.0.1:1,127.0.0.1:" + protectedOne.port() + ",127.0.0.1:"
                    + sentinel.port() + "?master=mian");

            assertThatThrownBy(() -> RedisStorage.connect(uri, HASTY))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("127.0.0.1:1: Failed to connect")
                    .hasMessageContaining("127.0.0.1:" + protectedOne.port() + ": NOAUTH")
                    .hasMessageContaining("127.0.0.1:" + sentinel.port() + ": knows no master mian");
        }
    }

    @Test
    void sentinelsHavePasswordsAndUsersOfTheirOwn() {
        try (RedisServer master = RedisServer.start(RedisBinary.preferred(), "requirepass masters");
                RedisServer protectedOne = RedisServer.startSentinel(
                        RedisBinary.preferred(),
                        "main",
                        master.port(),
                        1,
                        "requirepass secret",
                        "user host on >password +client|setname +sentinel|get-master-addr-by-name")) {
            String uri = "redis-sentinel://:masters@127.0.0.1:" + protectedOne.port() + "?master=main";

            RedisStorage.connect(URI.create(uri + "&sentinel-password=secret"), HASTY)
                    .close();
            RedisStorage.connect(URI.create(uri + "&sentinel-user=host&sentinel-password=password"), HASTY)
                    .close();
            assertThatThrownBy(() -> RedisStorage.connect(URI.create(uri + "&sentinel-password=masters"), HASTY))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("127.0.0.1:" + protectedOne.port() + ": WRONGPASS");
        }
    }

    /** The first sentinel still says the master that has become a replica since. */
    @Test
    void aMasterThatWasDemotedIsNotReadThoughASentinelStillNamesIt() {
        put(before, "before");
        put(after, "after");
        try (RedisServer behind = RedisServer.startSentinel(RedisBinary.preferred(), "main", before);
                RedisStorage storage = RedisStorage.connect(uri(behind, sentinel), HASTY);
                Jedis demoted = new Jedis("127.0.0.1", before.port())) {
            monitor(sentinel, after);
            demoted.replicaof("127.0.0.1", after.port());
            demoted.sendCommand(redis.clients.jedis.Protocol.Command.CLIENT, "KILL", "TYPE", "normal", "SKIPME", "yes");

            assertThat(storage.buckets().get("b", "k")).contains(Bytes.utf8("after"));
            assertThat(storage.redis().topology().masters().get(0).address().getPort())
                    .isEqualTo(after.port());
            demoted.replicaofNoOne();
        }
    }
}
