package dev.wit4j.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wit4j.Bytes;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.Journal;
import dev.wit4j.journal.WorkerId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import redis.clients.jedis.Jedis;

/** A journal may be larger than what a host can hold, or a server will send, at once. */
class LargeJournalTest {
    private static final WorkerId WORKER = new WorkerId("archive", "one");
    private static final Effect.OnBucket SET = new Effect.Put("b", "key", Bytes.utf8("value"), OptionalLong.empty());

    @ParameterizedTest
    @MethodSource("dev.wit4j.redis.RedisBinary#all")
    void largeRecordsBehindManySmallOnesAreReadAFewAtATime(RedisBinary binary) {
        List<Bytes> written = Stream.concat(
                        Stream.generate(() -> Bytes.utf8("small")).limit(1500),
                        Stream.generate(() -> Bytes.wrap(new byte[512 << 10])).limit(40))
                .toList();
        try (RedisServer server = RedisServer.start(binary, "appendfsync everysec");
                RedisStorage storage = RedisStorage.connect(server.uri(), RedisOptions.DEFAULT)) {
            Journal journal = storage.claim(WORKER);
            written.forEach(entries -> journal.commit(entries, SET));
            try (Jedis jedis = new Jedis("127.0.0.1", server.port())) {
                jedis.configSet("client-output-buffer-limit", "normal 4mb 0 0");
            }

            List<Bytes> read = new ArrayList<>();
            storage.claim(WORKER).replay(0, record -> {
                if (!record.entries().isEmpty()) {
                    read.add(record.entries());
                }
            });

            assertThat(read).hasSameSizeAs(written);
            assertThat(read.equals(written)).as("what was written comes back").isTrue();
        }
    }
}
