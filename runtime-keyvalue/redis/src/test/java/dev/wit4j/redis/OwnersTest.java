package dev.wit4j.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wit4j.Bytes;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.Journal;
import dev.wit4j.journal.WorkerId;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Owners that are processes of their own: paused, fenced, killed. */
class OwnersTest {
    private static final WorkerId WORKER = new WorkerId("counter", "one");

    @Test
    void anOwnerThatWasPausedWritesNothingWhenItGoesOn() throws Exception {
        try (RedisServer server = RedisServer.start()) {
            pauseAnOwner(server.uri());
        }
    }

    @Test
    void norDoesOneWhoseBucketIsOnAnotherSlotThanItsJournal() throws Exception {
        try (RedisCluster cluster = RedisCluster.start(RedisBinary.preferred(), 0)) {
            pauseAnOwner(cluster.uri());
        }
    }

    private static void pauseAnOwner(URI uri) throws Exception {
        try (RedisStorage storage = RedisStorage.connect(uri, RedisOptions.DEFAULT)) {
            Process owner = start(uri);
            try {
                while (counter(storage) < 20) {
                    Thread.onSpinWait();
                }
                signal(owner, "STOP");
                Journal journal = storage.claim(WORKER);
                long before = counter(storage);
                journal.commit(Bytes.utf8("new"), new Effect.Increment("b", "n", 1, Effect.Range.UNSIGNED));
                signal(owner, "CONT");

                assertThat(owner.waitFor(1, TimeUnit.MINUTES))
                        .as("it is fenced")
                        .isTrue();
                assertThat(owner.exitValue()).isEqualTo(IncrementingOwner.FENCED);
                assertThat(counter(storage)).isEqualTo(before + 1);
                assertThat(records(journal)).hasSize(Math.toIntExact(before) + 1);
                assertThat(records(journal).get(Math.toIntExact(before)).entries())
                        .isEqualTo(Bytes.utf8("new"));
            } finally {
                owner.destroyForcibly();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"appendfsync always", "appendfsync everysec", "appendonly no"})
    void anOwnerThatIsKilledLeavesEachCommitWholeOrNotAtAll(String persistence) throws Exception {
        try (RedisServer server = RedisServer.start(RedisBinary.preferred(), persistence)) {
            killOwners(server.uri());
        }
    }

    @Test
    void andSoDoesOneOfAClusterThatDoesNotLogEachWrite() throws Exception {
        try (RedisCluster cluster = RedisCluster.start(RedisBinary.preferred(), 0, "appendfsync everysec")) {
            killOwners(cluster.uri());
        }
    }

    private static void killOwners(URI uri) throws Exception {
        try (RedisStorage storage = RedisStorage.connect(uri, RedisOptions.DEFAULT)) {
            for (int round = 1; round <= 3; round++) {
                Process owner = start(uri);
                long before = counter(storage);
                while (counter(storage) < before + 10 * round) {
                    Thread.onSpinWait();
                }
                owner.destroyForcibly().waitFor();

                Journal journal = storage.claim(WORKER);
                assertThat(records(journal)).hasSize(Math.toIntExact(counter(storage)));
            }
        }
    }

    private static Process start(URI uri) throws IOException {
        return new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-cp",
                        System.getProperty("java.class.path"),
                        IncrementingOwner.class.getName(),
                        uri.toString())
                .inheritIO()
                .start();
    }

    private static long counter(RedisStorage storage) {
        return Long.parseLong(
                storage.buckets().get("b", "n").map(Bytes::toUtf8String).orElse("0"));
    }

    private static List<Journal.Record> records(Journal journal) {
        List<Journal.Record> records = new ArrayList<>();
        journal.replay(0, records::add);
        records.removeIf(record -> record.entries().isEmpty());
        return records;
    }

    private static void signal(Process process, String name) throws Exception {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }
}
