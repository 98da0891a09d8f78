package dev.wit4j.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.Bytes;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.HistoryLostException;
import dev.wit4j.journal.Journal;
import dev.wit4j.journal.WorkerId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that lost the end of its log, as a loss of power takes it where not every write is synced. */
class CutTest {
    private static final WorkerId WORKER = new WorkerId("counter", "one");
    private static final int COMMITS = 20;

    private static void commits(RedisServer server) {
        try (RedisStorage storage = RedisStorage.connect(server.uri(), RedisOptions.DEFAULT)) {
            Journal journal = storage.claim(WORKER);
            for (int i = 0; i < COMMITS; i++) {
                journal.commit(Bytes.utf8("entry"), new Effect.Increment("b", "n", 1, Effect.Range.UNSIGNED));
            }
        }
    }

    private static List<Journal.Record> claimAndReplay(RedisStorage storage) {
        List<Journal.Record> records = new ArrayList<>();
        storage.claim(WORKER).replay(0, records::add);
        records.removeIf(record -> record.entries().isEmpty());
        return records;
    }

    private static void cut(RedisServer server, int bytes) {
        server.stop();
        server.truncateLog(bytes);
        server.restart();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 14, 20, 100, 200, 333, 1000})
    void journalAndEffectGoBackTogetherWhereverTheLogIsCut(int bytes) {
        try (RedisServer server = RedisServer.start(RedisBinary.preferred(), "appendfsync everysec")) {
            commits(server);
            cut(server, bytes);

            try (RedisStorage storage = RedisStorage.connect(server.uri(), RedisOptions.DEFAULT)) {
                List<Journal.Record> records = claimAndReplay(storage);
                assertThat(records).hasSizeLessThan(COMMITS).isNotEmpty();
                assertThat(storage.buckets().get("b", "n")).contains(Bytes.utf8(Integer.toString(records.size())));
            }
        }
    }

    /**
     * Where the log is cut within the last word of a transaction, Redis leaves it out at the next start and brings it back at the
     * one after that, before what was written in between. A journal does not take that for its history.
     */
    @Test
    void aCommitThatComesBackAfterItWasLostIsReported() {
        try (RedisServer server = RedisServer.start(RedisBinary.preferred(), "appendfsync everysec")) {
            commits(server);
            cut(server, 3);
            try (RedisStorage storage = RedisStorage.connect(server.uri(), RedisOptions.DEFAULT)) {
                assertThat(claimAndReplay(storage)).hasSize(COMMITS - 1);
            }
            cut(server, 0);

            try (RedisStorage storage = RedisStorage.connect(server.uri(), RedisOptions.DEFAULT)) {
                assertThatThrownBy(() -> claimAndReplay(storage)).isInstanceOf(HistoryLostException.class);
            }
        }
    }
}
