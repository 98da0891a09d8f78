package dev.wit4j.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wit4j.Bytes;
import dev.wit4j.journal.BucketWatcher;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.Journal;
import dev.wit4j.journal.Storage;
import dev.wit4j.journal.WorkerId;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.params.XAddParams;
import redis.clients.jedis.resps.StreamEntry;

/** Between the write of a watched bucket and the call of whoever hears of it nothing is lost, doubled or overtaken. */
class RedisWatchTest {
    private static final WorkerId WRITER = new WorkerId("writer", "one");
    private static final WorkerId WATCHER = new WorkerId("watcher", "one");

    private static RedisServer server;
    private static int namespaces;

    private static final BucketWatcher HEARS = new TextWatcher("b", WATCHER);

    @BeforeAll
    static void start() {
        server = RedisServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static RedisStorage connect(URI uri) {
        return RedisStorage.connect(uri, RedisOptions.DEFAULT.withNamespace("watch-" + namespaces));
    }

    private static List<String> heard(Storage storage) {
        return storage.mailbox(WATCHER).pending().stream()
                .map(invocation -> invocation.content().toUtf8String())
                .toList();
    }

    private static void watchOnce(URI uri) {
        namespaces++;
        try (RedisStorage storage = connect(uri)) {
            storage.watch(HEARS);
        }
    }

    private static Effect set(String value) {
        return new Effect.Put("b", "k", Bytes.utf8(value), OptionalLong.empty());
    }

    @Test
    void aHostThatKnowsOfNoWatchRecordsChangesForTheOneThatDoes() {
        watchOnce(server.uri());
        try (RedisStorage storage = connect(server.uri())) {
            Journal journal = storage.claim(WRITER);
            journal.commit(Bytes.utf8("1"), set("1"));
            journal.commit(Bytes.utf8("2"), new Effect.Delete("b", List.of("k")));
            assertThat(heard(storage)).isEmpty();
        }
        try (RedisStorage storage = connect(server.uri())) {
            new ChangeForwarder(storage, HEARS).forward();
            assertThat(heard(storage)).containsExactly("k 1", "k removed");
            assertThat(recorded(storage)).isZero();
        }
    }

    @Test
    void aHostThatWasConnectedBeforeABucketWasWatchedRecordsItsChangesFromThenOn() {
        namespaces++;
        try (RedisStorage before = connect(server.uri())) {
            Journal journal = before.claim(WRITER);
            journal.commit(Bytes.utf8("1"), set("1"));
            watchInAnotherHost(connect(server.uri()));
            journal.commit(Bytes.utf8("2"), set("2"));
            before.buckets().apply((Effect.OnBucket) set("3"));

            new ChangeForwarder(before, HEARS).forward();
            assertThat(heard(before)).containsExactly("k 2", "k 3");
        }
    }

    /** What was meant before the watch, and is done after it, is a change as well. */
    @Test
    void acrossSlotsToo() {
        RedisOptions options = RedisOptions.DEFAULT.withShards(4);
        try (RedisCluster cluster = RedisCluster.start(RedisBinary.preferred(), 0);
                RedisStorage before = RedisStorage.connect(cluster.uri(), options)) {
            Journal journal = before.claim(WRITER);
            journal.commit(Bytes.utf8("1"), set("1"));
            Keys.OfShard shard = before.keys().shard("b", "k");
            EffectCall meant = EffectCall.onShard((Effect.OnBucket) set("2"), shard, "write");
            watchInAnotherHost(RedisStorage.connect(cluster.uri(), options));
            before.redis().attempt(meant.within("apply"), meant.keys(), connection -> meant.arguments());
            journal.commit(Bytes.utf8("3"), set("3"));

            new ChangeForwarder(before, HEARS).forward();
            assertThat(heard(before)).containsExactly("k 2", "k 3");
        }
    }

    private static void watchInAnotherHost(RedisStorage another) {
        try (another) {
            another.watch(HEARS);
        }
    }

    @Test
    void twoHostsThatForwardTheSameChangesMakeOneCallOfEach() {
        watchOnce(server.uri());
        try (RedisStorage storage = connect(server.uri())) {
            storage.claim(WRITER).commit(Bytes.utf8("1"), set("1"));
            List<StreamEntry> seen = stream(storage);
            new ChangeForwarder(storage, HEARS).forward();
            giveBackTheTurn(storage);
            restore(storage, seen);
            new ChangeForwarder(storage, HEARS).forward();
            assertThat(heard(storage)).containsExactly("k 1");
        }
    }

    @Test
    void whoseTurnItIsNotForwardsNothingUntilTheTurnEnds() {
        watchOnce(server.uri());
        try (RedisStorage storage = connect(server.uri())) {
            storage.claim(WRITER).commit(Bytes.utf8("1"), set("1"));
            ChangeForwarder first = new ChangeForwarder(storage, HEARS);
            ChangeForwarder second = new ChangeForwarder(storage, HEARS);
            first.forward();
            storage.buckets().apply((Effect.OnBucket) set("2"));
            second.forward();
            assertThat(heard(storage)).containsExactly("k 1");
            first.close();
            second.forward();
            assertThat(heard(storage)).containsExactly("k 1", "k 2");
        }
    }

    @Test
    void aBucketThatIsNotWatchedRecordsNothing() {
        watchOnce(server.uri());
        try (RedisStorage storage = connect(server.uri());
                Jedis jedis = new Jedis("127.0.0.1", server.port())) {
            storage.buckets().apply(new Effect.Put("other", "k", Bytes.utf8("1"), OptionalLong.empty()));
            assertThat(jedis.keys("watch-" + namespaces + ":1:{other*")).noneMatch(key -> key.endsWith(":c"));
        }
    }

    private static List<StreamEntry> stream(RedisStorage storage) {
        try (Jedis jedis = new Jedis("127.0.0.1", server.port())) {
            return jedis.xrange(changes(storage), "-", "+", 100);
        }
    }

    private static long recorded(RedisStorage storage) {
        try (Jedis jedis = new Jedis("127.0.0.1", server.port())) {
            return jedis.xlen(changes(storage));
        }
    }

    /** Puts changes back as if they had not been deleted: another host read them before they were. */
    private static void restore(RedisStorage storage, List<StreamEntry> entries) {
        try (Jedis jedis = new Jedis("127.0.0.1", server.port())) {
            for (StreamEntry entry : entries) {
                Map<String, String> fields = new LinkedHashMap<>();
                List.of("i", "k", "v")
                        .forEach(name -> fields.put(name, entry.getFields().get(name)));
                jedis.xadd(changes(storage), fields, XAddParams.xAddParams());
            }
        }
    }

    private static String changes(RedisStorage storage) {
        return Redis.text(storage.keys().shard("b", 0).changes());
    }

    private static void giveBackTheTurn(RedisStorage storage) {
        try (Jedis jedis = new Jedis("127.0.0.1", server.port())) {
            jedis.del(storage.keys().shard("b", 0).forwarder());
        }
    }
}
