package dev.wit4j.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wit4j.Bytes;
import dev.wit4j.journal.BucketChange;
import dev.wit4j.journal.BucketWatcher;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.Effect.Range;
import dev.wit4j.journal.Invocation;
import dev.wit4j.journal.Journal;
import dev.wit4j.journal.Storage;
import dev.wit4j.journal.StorageException;
import dev.wit4j.journal.WorkerId;
import dev.wit4j.redis.FaultPlan.Fault;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;
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
    private static final int WRITES = 4;

    private static RedisServer server;
    private static int namespaces;

    /** Watches the bucket {@code b}; a call is the text of its change. */
    private static final BucketWatcher HEARS = new BucketWatcher() {
        @Override
        public Set<String> buckets() {
            return Set.of("b");
        }

        @Override
        public WorkerId worker(String bucket) {
            return WATCHER;
        }

        @Override
        public Invocation invocation(BucketChange change) {
            String value = change.value().map(Bytes::toUtf8String).orElse("removed");
            return new Invocation(change.id(), Bytes.utf8(change.key() + " " + value));
        }

        @Override
        public void enqueued(WorkerId worker) {}
    };

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

    @Test
    void aFaultAtEveryRoundTripLosesNoChangeAndTellsNoneTwice() {
        List<String> violations = new ArrayList<>();
        int points = 0;
        FaultPlan plan = new FaultPlan();
        try (FaultProxy proxy = new FaultProxy(plan)) {
            proxy.to(server.port());
            URI uri = URI.create("redis://127.0.0.1:" + proxy.port());
            for (Fault fault : List.of(Fault.DROP_REPLY, Fault.CUT_BEFORE, Fault.ACT_AFTER)) {
                boolean reached = true;
                for (int request = 0; reached; request++) {
                    watchOnce(server.uri());
                    try (RedisStorage storage = connect(uri)) {
                        plan.arm(request, fault, RedisWatchTest::killClients);
                        work(storage);
                        reached = plan.requests() > request;
                    } finally {
                        plan.disarm();
                    }
                    points += reached ? 1 : 0;
                    check(fault + " at round trip " + request, violations);
                }
            }
        }
        System.out.println(
                "faults between change and call: fault points: " + points + ", violations: " + violations.size());
        assertThat(violations).isEmpty();
        assertThat(points).isGreaterThan(30);
    }

    /** Counts, and forwards in between; what fails is begun again, as a host does. */
    private static void work(RedisStorage storage) {
        boolean done = false;
        for (int claim = 0; !done && claim < 20; claim++) {
            try {
                Journal journal = storage.claim(WRITER);
                for (long step = steps(journal); step < WRITES; step++) {
                    journal.commit(Bytes.utf8("step"), new Effect.Increment("b", "n", 1, Range.UNSIGNED));
                    new ChangeForwarder(storage, HEARS).forward();
                    giveBackTheTurn(storage);
                }
                done = true;
            } catch (StorageException e) {
                done = false;
            }
        }
    }

    private static long steps(Journal journal) {
        List<Journal.Record> records = new ArrayList<>();
        journal.replay(0, records::add);
        return records.stream().filter(record -> !record.entries().isEmpty()).count();
    }

    private static void check(String where, List<String> violations) {
        try (RedisStorage storage = connect(server.uri())) {
            giveBackTheTurn(storage);
            new ChangeForwarder(storage, HEARS).forward();
            List<String> expected =
                    LongStream.rangeClosed(1, WRITES).mapToObj(n -> "n " + n).toList();
            if (!heard(storage).equals(expected) || recorded(storage) != 0) {
                violations.add(where + ": heard " + heard(storage) + ", " + recorded(storage) + " are left");
            }
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

    private static void killClients() {
        try (Jedis jedis = new Jedis("127.0.0.1", server.port())) {
            jedis.sendCommand(() -> Redis.bytes("CLIENT"), "KILL", "TYPE", "normal");
        }
    }
}
