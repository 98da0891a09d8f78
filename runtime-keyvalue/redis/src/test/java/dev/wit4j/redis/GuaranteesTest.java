package dev.wit4j.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.Bytes;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.HistoryLostException;
import dev.wit4j.journal.Journal;
import dev.wit4j.journal.Outcome;
import dev.wit4j.journal.WorkerId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.util.JedisClusterCRC16;

/** The cells of the table of guarantees in the documentation that no other test holds. */
class GuaranteesTest {
    private static final WorkerId WORKER = new WorkerId("counter", "one");
    private static final Effect INCREMENT = new Effect.Increment("b", "n", 1, Effect.Range.UNSIGNED);

    private static void commits(Journal journal, int first, int last) {
        for (int i = first; i <= last; i++) {
            assertThat(journal.commit(Bytes.utf8("entry"), INCREMENT)).isEqualTo(new Outcome.Number(i));
        }
    }

    private static int records(Journal journal) {
        List<Journal.Record> records = new ArrayList<>();
        journal.replay(0, records::add);
        records.removeIf(record -> record.entries().isEmpty());
        return records.size();
    }

    @ParameterizedTest
    @ValueSource(strings = {"appendfsync always", "appendfsync everysec"})
    void whereWritesAreLoggedWhatWasAnsweredIsThereAfterTheServerWasKilled(String persistence) {
        try (RedisServer server = RedisServer.start(RedisBinary.preferred(), persistence);
                RedisStorage storage = RedisStorage.connect(server.uri(), RedisOptions.DEFAULT)) {
            Journal journal = storage.claim(WORKER);
            commits(journal, 1, 20);
            server.killAndRestart();

            commits(journal, 21, 40);
            assertThat(records(storage.claim(WORKER))).isEqualTo(40);
        }
    }

    /** What a disk has at the moment of an answer, if it has what was written to it. */
    @Test
    void whereEachWriteIsSyncedWhatWasAnsweredIsOnTheDiskThatTheNextServerReads() {
        try (RedisServer server = RedisServer.start();
                RedisStorage storage = RedisStorage.connect(server.uri(), RedisOptions.DEFAULT)) {
            Journal journal = storage.claim(WORKER);
            for (int i = 1; i <= 3; i++) {
                commits(journal, i, i);
                try (RedisServer next = server.startOnCopy();
                        RedisStorage anew = RedisStorage.connect(next.uri(), RedisOptions.DEFAULT)) {
                    assertThat(anew.buckets().get("b", "n")).contains(Bytes.utf8(Integer.toString(i)));
                    assertThat(records(anew.claim(WORKER))).isEqualTo(i);
                }
            }
        }
    }

    /** The replica takes over before the last writes of its master have come to it. */
    @ParameterizedTest
    @ValueSource(strings = {"appendfsync always", "appendfsync everysec", "appendonly no"})
    void aFailoverCutsJournalAndEffectTogetherAndTheWorkerSaysSo(String persistence) {
        try (RedisServer master = RedisServer.start(RedisBinary.preferred(), persistence);
                RedisServer replica = RedisServer.start(
                        RedisBinary.preferred(), persistence, "replicaof 127.0.0.1 " + master.port());
                FaultProxy proxy = new FaultProxy(new FaultPlan())) {
            proxy.to(master.port());
            try (RedisStorage storage = RedisStorage.connect(proxy.uri(), RedisOptions.DEFAULT)) {
                Journal journal = storage.claim(WORKER);
                commits(journal, 1, 5);
                master.awaitReplica();
                try (Jedis jedis = new Jedis("127.0.0.1", replica.port())) {
                    jedis.replicaofNoOne();
                }
                commits(journal, 6, 8);
                master.kill();
                proxy.to(replica.port());

                assertThatThrownBy(() -> journal.commit(Bytes.utf8("entry"), Effect.NONE))
                        .isInstanceOf(HistoryLostException.class);
                Journal anew = storage.claim(WORKER);
                assertThat(records(anew)).isEqualTo(5);
                commits(anew, 6, 8);
            }
        }
    }

    /** The node of the bucket goes back, that of the journal does not, and the reverse. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void inAClusterOneNodeMayLoseWhatAnotherKeepsAndTheNextWriteThereSaysSo(boolean bucketGoesBack) {
        try (RedisCluster cluster = RedisCluster.start(RedisBinary.preferred(), 0, "appendonly no");
                RedisStorage storage = RedisStorage.connect(cluster.uri(), RedisOptions.DEFAULT)) {
            RedisServer bucket = cluster.masterOf(JedisClusterCRC16.getSlot("{b/0}"));
            WorkerId worker = Stream.iterate(0, i -> i + 1)
                    .map(i -> new WorkerId("counter", Integer.toString(i)))
                    .filter(id -> cluster.masterOf(JedisClusterCRC16.getSlot("{" + Keys.member(id) + "}")) != bucket)
                    .findFirst()
                    .orElseThrow();
            RedisServer goesBack = bucketGoesBack
                    ? bucket
                    : cluster.masterOf(JedisClusterCRC16.getSlot("{" + Keys.member(worker) + "}"));
            Journal journal = storage.claim(worker);
            commits(journal, 1, 2);
            try (Jedis jedis = new Jedis("127.0.0.1", goesBack.port())) {
                jedis.save();
            }
            commits(journal, 3, 4);
            goesBack.killAndRestart();
            cluster.awaitServing();

            assertThatThrownBy(() -> {
                        Journal next = bucketGoesBack ? journal : storage.claim(worker);
                        next.commit(Bytes.utf8("entry"), INCREMENT);
                    })
                    .isInstanceOf(HistoryLostException.class);
            assertThat(storage.buckets().get("b", "n")).contains(Bytes.utf8(bucketGoesBack ? "2" : "4"));
        }
    }
}
