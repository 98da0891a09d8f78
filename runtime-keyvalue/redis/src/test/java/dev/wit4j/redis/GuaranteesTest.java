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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.Jedis;

/** The cells of the table of guarantees in the documentation that are about one server, and that no other test holds. */
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

    /** All that the disk has then is the last dump. */
    @Test
    void whereOnlyDumpsAreKeptALossOfPowerCutsToTheLastOneAndTheWorkerSaysSo() {
        try (RedisServer server = RedisServer.start(RedisBinary.preferred(), "appendonly no");
                FaultProxy proxy = new FaultProxy(new FaultPlan())) {
            proxy.to(server.port());
            try (RedisStorage storage = RedisStorage.connect(proxy.uri(), RedisOptions.DEFAULT)) {
                Journal journal = storage.claim(WORKER);
                commits(journal, 1, 5);
                try (Jedis jedis = new Jedis("127.0.0.1", server.port())) {
                    jedis.save();
                }
                commits(journal, 6, 8);
                try (RedisServer next = server.startOnCopy()) {
                    server.kill();
                    proxy.to(next.port());

                    assertThatThrownBy(() -> journal.commit(Bytes.utf8("entry"), Effect.NONE))
                            .isInstanceOf(HistoryLostException.class);
                    Journal anew = storage.claim(WORKER);
                    assertThat(records(anew)).isEqualTo(5);
                    commits(anew, 6, 8);
                }
            }
        }
    }

    /** While the disk syncs, Redis keeps what it answers in memory, for up to two seconds. */
    @Test
    void whereASlowDiskDelayedTheWriteAKilledServerCutsJournalAndEffectTogetherAndTheWorkerSaysSo() throws Exception {
        try (SlowDisk disk = SlowDisk.make();
                RedisServer server = RedisServer.start(disk.of(RedisBinary.preferred()), "appendfsync everysec");
                RedisStorage storage = RedisStorage.connect(server.uri(), RedisOptions.DEFAULT);
                Jedis admin = new Jedis("127.0.0.1", server.port())) {
            Journal journal = storage.claim(WORKER);
            commits(journal, 1, 5);
            disk.stall();
            int last = 5;
            do {
                last++;
                commits(journal, last, last);
            } while (!hasKeptBackWhatItAnswered(admin));
            server.kill();
            disk.goOn();
            server.restart();

            assertThatThrownBy(() -> journal.commit(Bytes.utf8("entry"), Effect.NONE))
                    .isInstanceOf(HistoryLostException.class);
            Journal anew = storage.claim(WORKER);
            int kept = records(anew);
            assertThat(kept).isBetween(5, last - 1);
            assertThat(storage.buckets().get("b", "n")).contains(Bytes.utf8(Integer.toString(kept)));
        }
    }

    private static boolean hasKeptBackWhatItAnswered(Jedis admin) {
        String info = admin.info("persistence");
        return info.contains("aof_pending_bio_fsync:1") && !info.contains("aof_buffer_length:0");
    }
}
