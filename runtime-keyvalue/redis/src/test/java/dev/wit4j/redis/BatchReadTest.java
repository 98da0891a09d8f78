package dev.wit4j.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.Bytes;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.TooManyBytesException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import redis.clients.jedis.Jedis;

/** How the values of a batch come over a connection. */
class BatchReadTest {
    private static final int HALF_A_MEBIBYTE = 512 << 10;
    private static final Bytes LARGE = Bytes.wrap(new byte[HALF_A_MEBIBYTE]);
    private static final List<String> KEYS =
            IntStream.range(0, 40).mapToObj(i -> "key-" + i).toList();

    @ParameterizedTest
    @MethodSource("dev.wit4j.redis.RedisBinary#all")
    void largeValuesAreReadAFewAtATimeAndNotBeyondWhatIsAllowed(RedisBinary binary) {
        FaultPlan requests = new FaultPlan();
        try (FaultProxy proxy = new FaultProxy(requests);
                RedisServer server = RedisServer.start(binary, "appendfsync everysec")) {
            proxy.to(server.port());
            try (RedisStorage storage = RedisStorage.connect(proxy.uri(), RedisOptions.DEFAULT)) {
                KEYS.forEach(key -> storage.buckets().apply(new Effect.Put("b", key, LARGE, OptionalLong.empty())));
                try (Jedis jedis = new Jedis("127.0.0.1", server.port())) {
                    jedis.configSet("client-output-buffer-limit", "normal 4mb 0 0");
                }

                List<Optional<Bytes>> values =
                        storage.buckets().getAll("b", KEYS, (long) KEYS.size() * HALF_A_MEBIBYTE);
                assertThat(values).hasSameSizeAs(KEYS);
                assertThat(values.stream().allMatch(value -> value.equals(Optional.of(LARGE))))
                        .as("what was written comes back")
                        .isTrue();

                requests.arm(-1, FaultPlan.Fault.NONE, () -> {});
                assertThatThrownBy(() -> storage.buckets().getAll("b", KEYS, 4L * HALF_A_MEBIBYTE))
                        .isInstanceOf(TooManyBytesException.class);
                assertThat(requests.requests()).isLessThan(5);
            }
        }
    }

    @Test
    void valuesThatExpireComeInOneAnswerLikeOthers() {
        FaultPlan requests = new FaultPlan();
        try (FaultProxy proxy = new FaultProxy(requests);
                RedisServer server = RedisServer.start()) {
            proxy.to(server.port());
            try (RedisStorage storage = RedisStorage.connect(proxy.uri(), RedisOptions.DEFAULT)) {
                Bytes value = Bytes.utf8("value");
                KEYS.forEach(
                        key -> storage.buckets().apply(new Effect.Put("b", key, value, OptionalLong.of(3_600_000))));

                requests.arm(-1, FaultPlan.Fault.NONE, () -> {});
                assertThat(storage.buckets().getAll("b", KEYS, 1000)).containsOnly(Optional.of(value));
                assertThat(requests.requests()).as("by digest, then by source").isLessThanOrEqualTo(2);
            }
        }
    }
}
