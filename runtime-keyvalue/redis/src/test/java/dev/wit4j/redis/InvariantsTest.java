package dev.wit4j.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.Bytes;
import dev.wit4j.journal.BucketReader;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.FencedException;
import dev.wit4j.journal.HistoryLostException;
import dev.wit4j.journal.Invocation;
import dev.wit4j.journal.Journal;
import dev.wit4j.journal.Outcome;
import dev.wit4j.journal.StorageException;
import dev.wit4j.journal.WorkerId;
import dev.wit4j.redis.FaultPlan.Fault;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Protocol;

/**
 * The invariants of the design, each on one server; those of mailboxes are in
 * {@link MailboxInvariantsTest}, those that need several slots in {@link ClusterInvariantsTest}.
 */
class InvariantsTest {
    private static final WorkerId WORKER = new WorkerId("counter", "one");
    private static final Effect INCREMENT = new Effect.Increment("b", "n", 1, Effect.Range.UNSIGNED);
    private static final Bytes ENTRY = Bytes.utf8("entry");

    private final List<AutoCloseable> opened = new ArrayList<>();

    @AfterEach
    void closeAll() throws Exception {
        for (int i = opened.size() - 1; i >= 0; i--) {
            opened.get(i).close();
        }
    }

    private <T extends AutoCloseable> T open(T resource) {
        opened.add(resource);
        return resource;
    }

    private RedisStorage connect(URI uri) {
        return open(RedisStorage.connect(uri, RedisOptions.DEFAULT));
    }

    /** Loses what was written after its last dump. */
    private RedisServer forgetful() {
        return open(RedisServer.start(RedisBinary.preferred(), "appendonly no"));
    }

    private static void dump(RedisServer server) {
        try (Jedis jedis = new Jedis("127.0.0.1", server.port())) {
            jedis.save();
        }
    }

    private static List<Journal.Record> records(Journal journal) {
        List<Journal.Record> records = new ArrayList<>();
        journal.replay(0, records::add);
        records.removeIf(record -> record.entries().isEmpty());
        return records;
    }

    @Test
    void invariant1NoTwoClaimsShareAnEpochAlsoAfterTheStoreLostATail() {
        RedisServer server = forgetful();
        RedisStorage storage = connect(server.uri());
        Set<Long> epochs = new HashSet<>(List.of(storage.claim(WORKER).epoch()));
        dump(server);
        for (int round = 1; round <= 3; round++) {
            epochs.add(storage.claim(WORKER).epoch());
            epochs.add(storage.claim(WORKER).epoch());
            server.kill();
            server.restart();

            assertThat(epochs).hasSize(1 + 2 * round);
        }
    }

    /** When it comes, the journal is as long as when it was sent: that this was another time only its id tells. */
    @Test
    void invariant2AnIdTakesEffectAtMostOnceWhateverArrivesLate() throws Exception {
        RedisServer server = open(RedisServer.start());
        FaultPlan plan = new FaultPlan();
        FaultProxy proxy = open(new FaultProxy(plan));
        proxy.to(server.port());
        Journal journal = connect(proxy.uri()).claim(WORKER);
        journal.commit(ENTRY, INCREMENT);

        plan.arm(0, Fault.COME_LATE, () -> {});
        plan.hold();
        assertThat(journal.commit(ENTRY, INCREMENT)).isEqualTo(new Outcome.Number(2));
        journal.commit(ENTRY, new Effect.Snapshot(ENTRY, journal.sequence()));
        plan.letGo();
        assertThat(journal.buckets().get("b", "n")).contains(Bytes.utf8("2"));
    }

    /** Whatever a script finds of another type, it finds before it writes. */
    @ParameterizedTest
    @MethodSource("dev.wit4j.redis.RedisBinary#all")
    void invariant3NoScriptFailsAfterItsFirstWrite(RedisBinary binary) {
        RedisServer server = open(RedisServer.start(binary));
        RedisStorage storage = connect(server.uri());
        Keys keys = storage.keys();
        int tried = 0;
        for (Effect effect : everyEffect()) {
            for (byte[] key : keysOf(keys, effect)) {
                storage.mailbox(WORKER).enqueue(new Invocation("call", Bytes.EMPTY));
                Journal journal = storage.claim(WORKER);
                try (Jedis jedis = new Jedis("127.0.0.1", server.port())) {
                    jedis.del(key);
                    jedis.set(key, Redis.bytes("of another type"));
                    Set<String> before = contents(jedis, keys);

                    if (effect instanceof Effect.Complete) {
                        assertThatThrownBy(() -> journal.commit(ENTRY, effect))
                                .as("an end is not given up")
                                .isInstanceOf(StorageException.class)
                                .hasMessageContaining("WRONGTYPE");
                    } else {
                        assertThat(journal.commit(ENTRY, effect))
                                .as("%s with a string at %s", effect, Redis.text(key))
                                .isEqualTo(new Outcome.Refused(Outcome.Reason.WRONG_TYPE));
                    }
                    assertThat(contents(jedis, keys)).isEqualTo(before);
                    jedis.flushAll();
                }
                tried++;
            }
        }
        assertThat(tried).isGreaterThan(15);
    }

    private static List<Effect> everyEffect() {
        return List.of(
                new Effect.Put("b", "k", ENTRY, OptionalLong.empty()),
                new Effect.Put("b", "k", ENTRY, OptionalLong.of(1000)),
                new Effect.PutAll("b", List.of(new Effect.KeyValue("k", ENTRY))),
                INCREMENT,
                new Effect.CompareAndSwap("b", "k", Optional.empty(), ENTRY),
                new Effect.Delete("b", List.of("k")),
                new Effect.Enqueue(WORKER, new Invocation("other", ENTRY)),
                new Effect.Complete("call", ENTRY),
                new Effect.Snapshot(ENTRY, 0));
    }

    private static List<byte[]> keysOf(Keys keys, Effect effect) {
        Keys.OfWorker worker = keys.of(WORKER);
        if (effect instanceof Effect.OnBucket onBucket) {
            return EffectCall.onShard(onBucket, keys.shard("b", 0), "id").keys();
        }
        if (effect instanceof Effect.Complete) {
            return List.of(worker.invocations(), worker.queue());
        }
        return effect instanceof Effect.Enqueue
                ? List.of(worker.invocations(), worker.queue())
                : List.of(worker.snapshots());
    }

    /** Everything but the journal, where the refusal is recorded. */
    private static Set<String> contents(Jedis jedis, Keys keys) {
        String journal = Redis.text(keys.of(WORKER).journal());
        Set<String> contents = new HashSet<>();
        for (String key : jedis.keys("*")) {
            if (!key.equals(journal)) {
                contents.add(key + Bytes.wrap(jedis.dump(key)).toUtf8String());
            }
        }
        return contents;
    }

    @Test
    void invariant4NobodySeesAnOutcomeThatCanStillChange() throws Exception {
        RedisServer server = open(RedisServer.start());
        FaultPlan plan = new FaultPlan();
        FaultProxy proxy = open(new FaultProxy(plan));
        proxy.to(server.port());
        RedisStorage storage = open(RedisStorage.connect(
                URI.create("redis://127.0.0.1:" + proxy.port()), RedisOptions.DEFAULT.withRetryFor(Duration.ZERO)));
        Journal journal = storage.claim(WORKER);

        plan.arm(0, Fault.COME_LATE, () -> {});
        plan.hold();
        Outcome seen = journal.commit(ENTRY, INCREMENT);
        plan.letGo();
        Journal anew = connect(server.uri()).claim(WORKER);

        assertThat(seen).isInstanceOf(Outcome.Failed.class);
        assertThat(records(anew)).extracting(Journal.Record::outcome).containsExactly(seen);
        assertThat(anew.commit(ENTRY, INCREMENT)).isEqualTo(new Outcome.Number(1));
    }

    /** The journal has as many records as its owner before knows of: that they are others only their ids tell. */
    @Test
    void invariant8WhateverLeavesAWorkerFollowsItsEntriesInTheJournal() {
        RedisStorage storage = connect(open(RedisServer.start()).uri());
        WorkerId receiver = new WorkerId("counter", "receiver");
        int number = 0;
        for (Effect effect : List.of(
                INCREMENT,
                new Effect.Enqueue(receiver, new Invocation("call", ENTRY)),
                everyEffect().get(0))) {
            WorkerId worker = new WorkerId("counter", "sender-" + number++);
            Journal before = storage.claim(worker);
            before.commit(ENTRY, Effect.NONE);
            Journal now = storage.claim(worker);
            now.commit(ENTRY, new Effect.Snapshot(ENTRY, now.sequence()));

            assertThatThrownBy(() -> before.commit(ENTRY, effect)).isInstanceOf(FencedException.class);
        }
        assertThat(storage.buckets().exists("b", "n")).isFalse();
        assertThat(storage.buckets().exists("b", "k")).isFalse();
        assertThat(storage.mailbox(receiver).pending()).isEmpty();
    }

    @Test
    void invariant9WhatLeavesWaitsUntilItIsAsDurableAsWasAskedFor() {
        RedisServer server = open(RedisServer.start());
        RedisOptions options = RedisOptions.DEFAULT.withReplicas(1).withRetryFor(Duration.ZERO);
        RedisOptions scratch = options.withReplyTimeout(Duration.ofSeconds(2));
        Redis redis = new Redis(Topologies.of(RedisAddress.parse(server.uri()), scratch), scratch.retries());
        RedisStorage storage = open(RedisStorage.unchecked(redis, scratch));
        Journal journal = storage.claim(WORKER);
        journal.commit(ENTRY, INCREMENT);

        assertThatThrownBy(journal::sync).isInstanceOf(StorageException.class).hasMessageContaining("0 of 1 replicas");
    }

    @Test
    void invariant12TrimmingRemovesNeitherTheTailOfThePreviousSnapshotNorAResult() {
        RedisServer server = open(RedisServer.start());
        RedisStorage storage = connect(server.uri());
        storage.mailbox(WORKER).enqueue(new Invocation("call", ENTRY));
        Journal journal = storage.claim(WORKER);
        journal.commit(Bytes.utf8("call"), new Effect.Complete("call", Bytes.utf8("result")));
        journal.commit(Bytes.utf8("first"), new Effect.Snapshot(Bytes.utf8("state 1"), 0));
        long first = journal.sequence();
        journal.commit(Bytes.utf8("between"), INCREMENT);
        journal.commit(Bytes.utf8("second"), new Effect.Snapshot(Bytes.utf8("state 2"), first));
        server.killAndRestart();

        Journal anew = connect(server.uri()).claim(WORKER);
        assertThat(anew.snapshots())
                .extracting(Journal.Snapshot::state)
                .containsExactly(Bytes.utf8("state 2"), Bytes.utf8("state 1"));
        List<Journal.Record> tail = new ArrayList<>();
        anew.replay(first, tail::add);
        assertThat(tail)
                .extracting(Journal.Record::entries)
                .containsExactly(Bytes.utf8("between"), Bytes.utf8("second"), Bytes.EMPTY);
        assertThat(storage.mailbox(WORKER).result("call")).contains(Bytes.utf8("result"));
    }

    /** The server is killed behind each page, at last for good, and a replica takes its place. */
    @Test
    void invariant18AKeyThatIsPresentThroughoutAListingAppearsOnceAcrossRestartsAndFailover() {
        RedisServer first = open(RedisServer.start());
        RedisServer second = open(RedisServer.start(RedisBinary.preferred(), "replicaof 127.0.0.1 " + first.port()));
        FaultProxy proxy = open(new FaultProxy(new FaultPlan()));
        proxy.to(first.port());
        RedisStorage storage = connect(proxy.uri());
        int keys = 2_000;
        storage.buckets().apply(new Effect.PutAll("b", entries("stays-", keys)));
        storage.buckets().apply(new Effect.PutAll("b", entries("goes-", keys)));
        first.awaitReplica();

        List<String> listed = new ArrayList<>();
        BucketReader.Page page = storage.buckets().keys("b", OptionalLong.empty(), 250);
        for (int number = 0; page.next().isPresent(); number++) {
            listed.addAll(page.keys());
            storage.buckets().apply(new Effect.Delete("b", List.of("goes-" + number, "goes-" + (keys - 1 - number))));
            storage.buckets().apply(new Effect.PutAll("b", entries("comes-" + number + "-", 50)));
            if (number == 5) {
                first.awaitReplica();
                first.kill();
                try (Jedis jedis = new Jedis("127.0.0.1", second.port())) {
                    jedis.replicaofNoOne();
                }
                proxy.to(second.port());
            } else if (first.isRunning()) {
                first.killAndRestart();
            }
            page = storage.buckets().keys("b", page.next(), 250);
        }
        listed.addAll(page.keys());

        assertThat(listed.stream().filter(key -> key.startsWith("stays-")))
                .hasSize(keys)
                .doesNotHaveDuplicates();
    }

    private static List<Effect.KeyValue> entries(String prefix, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Effect.KeyValue(prefix + i, Bytes.EMPTY))
                .toList();
    }

    @Test
    void invariant19LostHistoryIsReportedBeforeTheNextReply() {
        RedisServer server = forgetful();
        Journal journal = connect(server.uri()).claim(WORKER);
        journal.commit(ENTRY, INCREMENT);
        dump(server);
        journal.commit(ENTRY, INCREMENT);
        server.killAndRestart();
        assertThat(journal.buckets().get("b", "n"))
                .as("read over a new connection")
                .contains(Bytes.utf8("1"));

        assertThatThrownBy(() -> journal.commit(ENTRY, Effect.NONE))
                .isInstanceOf(HistoryLostException.class)
                .hasMessageContaining("now it is 2");
        Journal anew = connect(server.uri()).claim(WORKER);
        assertThat(records(anew)).hasSize(1);
        assertThat(anew.commit(ENTRY, INCREMENT)).isEqualTo(new Outcome.Number(2));
    }

    /** It was demoted, lost its tail to its new master and was promoted again: only the length of the journal tells. */
    @Test
    void invariant19AlsoOverAConnectionThatStayedOpen() {
        RedisServer server = open(RedisServer.start());
        RedisServer other = open(RedisServer.start(RedisBinary.preferred(), "replicaof 127.0.0.1 " + server.port()));
        Journal journal = connect(server.uri()).claim(WORKER);
        journal.commit(ENTRY, INCREMENT);
        server.awaitReplica();
        replicaOf(other, "NO", "ONE");
        journal.commit(ENTRY, INCREMENT);
        replicaOf(server, "127.0.0.1", Integer.toString(other.port()));
        server.awaitInfo("master_link_status:up");
        replicaOf(server, "NO", "ONE");

        assertThatThrownBy(() -> journal.commit(ENTRY, INCREMENT)).isInstanceOf(HistoryLostException.class);
        assertThat(journal.buckets().get("b", "n")).contains(Bytes.utf8("1"));
    }

    private static void replicaOf(RedisServer server, String host, String port) {
        try (Jedis jedis = new Jedis("127.0.0.1", server.port())) {
            jedis.sendCommand(Protocol.Command.REPLICAOF, host, port);
        }
    }

    /** The length of the journal is the same again: only its last id tells. */
    @Test
    void invariant19AlsoWhereAsMuchWasWrittenAsWasLost() {
        RedisServer server = forgetful();
        Journal before = connect(server.uri()).claim(WORKER);
        dump(server);
        Journal journal = connect(server.uri()).claim(WORKER);
        server.kill();
        server.restart();
        assertThat(before.commit(ENTRY, INCREMENT)).isEqualTo(new Outcome.Number(1));
        assertThat(journal.buckets().get("b", "n"))
                .as("read over a new connection")
                .contains(Bytes.utf8("1"));

        assertThatThrownBy(() -> journal.commit(ENTRY, INCREMENT)).isInstanceOf(HistoryLostException.class);
        assertThat(before.buckets().get("b", "n")).contains(Bytes.utf8("1"));
    }
}
