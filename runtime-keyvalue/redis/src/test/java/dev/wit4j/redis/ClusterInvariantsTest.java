package dev.wit4j.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.Bytes;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.HistoryLostException;
import dev.wit4j.journal.Journal;
import dev.wit4j.journal.Outcome;
import dev.wit4j.journal.StorageException;
import dev.wit4j.journal.WorkerId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.util.JedisClusterCRC16;

/** The invariants that need a journal and a bucket on different slots. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClusterInvariantsTest {
    private static final Effect INCREMENT = new Effect.Increment("b", "n", 1, Effect.Range.UNSIGNED);
    private static final Bytes ENTRY = Bytes.utf8("entry");

    private final RedisCluster cluster = RedisCluster.start(RedisBinary.preferred(), 0, "appendfsync everysec");
    private final RedisStorage storage = RedisStorage.connect(cluster.uri(), RedisOptions.DEFAULT);
    private final RedisClusterClient client = RedisClusterClient.builder()
            .nodes(Set.of(new HostAndPort("127.0.0.1", cluster.servers().get(0).port())))
            .build();
    private int names;

    @AfterEach
    void nextWorker() {
        names++;
    }

    @AfterAll
    void stop() {
        storage.close();
        client.close();
        cluster.close();
    }

    private WorkerId worker() {
        return new WorkerId("counter", "worker-" + names);
    }

    private byte[] registers() {
        return storage.keys().shard("b", "n").registers();
    }

    private static List<Journal.Record> records(Journal journal) {
        List<Journal.Record> records = new ArrayList<>();
        journal.replay(0, records::add);
        records.removeIf(record -> record.entries().isEmpty());
        return records;
    }

    private static long number(Outcome outcome) {
        return ((Outcome.Number) outcome).bits();
    }

    @Test
    void invariant5AnOutcomeIsInTheJournalBeforeTheRegisterPassesIt() {
        Journal journal = storage.claim(worker());
        journal.commit(ENTRY, INCREMENT);
        long first = journal.sequence();
        journal.commit(ENTRY, INCREMENT);
        long second = journal.sequence();

        var stream = client.xrange(Redis.text(storage.keys().of(worker()).journal()), "-", "+", 100);
        Map<String, String> later = stream.get(stream.size() - 1).getFields();
        String register = client.hgetAll(Redis.text(registers())).entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(Keys.member(worker())))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
        assertThat(Long.parseLong(register.substring(20, 40))).isEqualTo(second);
        assertThat(second).isEqualTo(first + 1);
        assertThat(later.get("p")).startsWith("N");
    }

    @Test
    void invariant6ARegisterMovesOnlyFromExactlyTheValueThatTheJournalExpects() {
        Journal journal = storage.claim(worker());
        long before = number(journal.commit(ENTRY, INCREMENT));
        byte[] field = client.hgetAll(registers()).keySet().stream()
                .filter(name -> Redis.text(name).startsWith(Keys.member(worker())))
                .findFirst()
                .orElseThrow();
        byte[] register = client.hget(registers(), field);
        register[register.length - 1] ^= 1;
        client.hset(registers(), field, register);

        assertThatThrownBy(() -> journal.commit(ENTRY, INCREMENT)).isInstanceOf(HistoryLostException.class);
        assertThat(storage.buckets().get("b", "n")).contains(Bytes.utf8(Long.toString(before)));
    }

    /** What a full server refused is given up; what it holds can be deleted, by whoever has a journal elsewhere. */
    @Test
    void whereTheServerOfTheBucketIsFullItIsEmptiedOnly() {
        RedisServer full = cluster.masterOf(JedisClusterCRC16.getSlot(registers()));
        while (cluster.masterOf(
                        JedisClusterCRC16.getSlot(storage.keys().of(worker()).journal()))
                == full) {
            names++;
        }
        Effect set = new Effect.Put("b", "n", ENTRY, OptionalLong.empty());
        Effect delete = new Effect.Delete("b", List.of("n"));
        RedisOptions impatient = RedisOptions.DEFAULT.withRetryFor(Duration.ZERO);
        try (RedisStorage another = RedisStorage.connect(cluster.uri(), impatient);
                Jedis jedis = new Jedis("127.0.0.1", full.port())) {
            Journal journal = another.claim(worker());
            journal.commit(ENTRY, set);
            jedis.configSet("maxmemory", "1");
            try {
                assertThat(journal.commit(ENTRY, set)).isInstanceOf(Outcome.Failed.class);
                assertThat(journal.commit(ENTRY, delete)).isEqualTo(new Outcome.Count(1));
            } finally {
                jedis.configSet("maxmemory", "0");
            }
            assertThat(journal.commit(ENTRY, set)).isEqualTo(Outcome.DONE);
            assertThat(journal.commit(ENTRY, delete)).isEqualTo(new Outcome.Count(1));
        }
    }

    /** What it meant last is done, and its register says so: the next owner only writes that it knows. */
    @Test
    void whereTheServerOfTheBucketIsFullAWorkerIsClaimed() {
        WorkerId worker = workerElsewhere();
        RedisServer full = serverOf(storage.keys().shard("b", "n").values());
        RedisOptions impatient = RedisOptions.DEFAULT.withRetryFor(Duration.ZERO);
        try (RedisStorage another = RedisStorage.connect(cluster.uri(), impatient);
                Jedis jedis = new Jedis("127.0.0.1", full.port())) {
            Outcome done = another.claim(worker).commit(Bytes.utf8("open"), INCREMENT);
            jedis.configSet("maxmemory", "1");
            try {
                List<Journal.Record> records = records(another.claim(worker));
                assertThat(records.get(records.size() - 1).entries()).isEqualTo(Bytes.utf8("open"));
                assertThat(records.get(records.size() - 1).outcome()).isEqualTo(done);
            } finally {
                jedis.configSet("maxmemory", "0");
            }
        }
    }

    /** The server of the bucket does not answer: what was meant stays open until the next claim, which does it, once. */
    @Test
    void invariant7NoOpenIntentSurvivesAClaim() {
        RedisOptions hasty =
                RedisOptions.DEFAULT.withReplyTimeout(Duration.ofMillis(300)).withRetryFor(Duration.ZERO);
        Keys.OfShard shard = storage.keys().shard("b", "n");
        WorkerId worker = workerElsewhere();
        Redis redis = new Redis(Topologies.of(RedisAddress.parse(cluster.uri()), hasty), hasty.retries());
        long before = number(storage.claim(worker).commit(ENTRY, INCREMENT));
        try (RedisStorage impatient = RedisStorage.unchecked(redis, hasty)) {
            Journal journal = impatient.claim(worker);
            RedisServer server = serverOf(shard.values());
            server.pause();
            try {
                assertThatThrownBy(() -> journal.commit(Bytes.utf8("open"), INCREMENT))
                        .isInstanceOf(StorageException.class);
            } finally {
                server.resume();
            }
        }

        List<Journal.Record> records = records(storage.claim(worker));
        assertThat(records.get(records.size() - 1).entries()).isEqualTo(Bytes.utf8("open"));
        Outcome outcome = records.get(records.size() - 1).outcome();
        boolean done = outcome.equals(new Outcome.Number(before + 1));
        assertThat(done || outcome instanceof Outcome.Failed).isTrue();
        assertThat(storage.buckets().get("b", "n")).contains(Bytes.utf8(Long.toString(done ? before + 1 : before)));
    }

    /** A worker whose journal is on another server than the bucket. */
    private WorkerId workerElsewhere() {
        return Stream.iterate(0, i -> i + 1)
                .map(i -> new WorkerId("counter", "elsewhere-" + names + "-" + i))
                .filter(id -> serverOf(storage.keys().of(id).journal())
                        != serverOf(storage.keys().shard("b", "n").values()))
                .findFirst()
                .orElseThrow();
    }

    /** The server of the journal does not answer, that of the bucket would. */
    @Test
    void invariant8WhateverLeavesAWorkerFollowsItsEntriesInTheJournal() {
        RedisOptions hasty =
                RedisOptions.DEFAULT.withReplyTimeout(Duration.ofMillis(300)).withRetryFor(Duration.ZERO);
        WorkerId worker = workerElsewhere();
        long before = number(storage.claim(worker).commit(ENTRY, INCREMENT));
        Redis redis = new Redis(Topologies.of(RedisAddress.parse(cluster.uri()), hasty), hasty.retries());
        try (RedisStorage impatient = RedisStorage.unchecked(redis, hasty)) {
            Journal journal = impatient.claim(worker);
            RedisServer server = serverOf(storage.keys().of(worker).journal());
            server.pause();
            try {
                assertThatThrownBy(() -> journal.commit(ENTRY, INCREMENT)).isInstanceOf(StorageException.class);
                assertThat(storage.buckets().get("b", "n")).contains(Bytes.utf8(Long.toString(before)));
            } finally {
                server.resume();
            }
        }
    }

    /** What came of an intent goes into the journal with the commit that trims it away. */
    @Test
    void invariant12TrimmingRemovesNoOpenIntent() {
        Journal journal = storage.claim(worker());
        Outcome outcome = journal.commit(ENTRY, INCREMENT);
        journal.commit(ENTRY, new Effect.Snapshot(ENTRY, journal.sequence() + 1));

        Journal anew = storage.claim(worker());
        assertThat(number(anew.commit(ENTRY, INCREMENT))).isEqualTo(number(outcome) + 1);
    }

    private RedisServer serverOf(byte[] key) {
        int port = storage.redis().topology().server(key).address().getPort();
        return cluster.servers().stream()
                .filter(server -> server.port() == port)
                .findFirst()
                .orElseThrow();
    }
}
