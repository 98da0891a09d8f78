package dev.wit4j.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wit4j.Bytes;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import redis.clients.jedis.Jedis;

/** Keys whose time is over are absent at once; here it is counted what stays of them on the server. */
class ExpiredKeysTest {
    private static final int KEYS = 50;
    private static final long SOON = 20;
    private static final long LATER = 3_600_000;
    private static final Bytes VALUE = Bytes.utf8("value");

    private static RedisServer server;
    private static RedisStorage storage;
    private static Jedis jedis;

    /** The effects that set a key for a time. */
    enum Setting {
        PUT((key, millis) -> new Effect.Put("b", key, VALUE, OptionalLong.of(millis))),
        SWAP((key, millis) -> new Effect.CompareAndSwap("b", key, Optional.empty(), VALUE, OptionalLong.of(millis)));

        private final BiFunction<String, Long, Effect.OnBucket> effect;

        Setting(BiFunction<String, Long, Effect.OnBucket> effect) {
            this.effect = effect;
        }
    }

    @BeforeAll
    static void start() {
        server = RedisServer.start();
        storage = RedisStorage.connect(server.uri(), RedisOptions.DEFAULT);
        jedis = new Jedis("127.0.0.1", server.port());
    }

    @AfterAll
    static void stop() {
        jedis.close();
        storage.close();
        server.close();
    }

    @AfterEach
    void clear() {
        jedis.flushAll();
    }

    private static void set(Setting setting, String prefix, long millis) {
        for (int i = 0; i < KEYS; i++) {
            assertThat(storage.buckets().apply(setting.effect.apply(prefix + i, millis)))
                    .isEqualTo(Outcome.DONE);
        }
    }

    private static void assertStored(int keys) {
        Keys.OfShard shard = storage.keys().shard("b", 0);
        assertThat(jedis.hlen(shard.values())).as("values").isEqualTo(keys);
        assertThat(jedis.zcard(shard.order())).as("order").isEqualTo(keys);
        assertThat(jedis.zcard(shard.deadlines())).as("deadlines").isEqualTo(keys);
    }

    @ParameterizedTest
    @EnumSource
    void whatHasExpiredGoesAsOtherKeysComeThatExpire(Setting setting) {
        set(setting, "soon-", SOON);
        while (storage.buckets().exists("b", "soon-" + (KEYS - 1))) {
            Thread.onSpinWait();
        }
        set(setting, "later-", LATER);
        assertStored(KEYS);
    }

    @ParameterizedTest
    @EnumSource
    void aSwapForNoTimeLeavesNothingOfTheKey(Setting setting) {
        set(setting, "key-", LATER);
        for (int i = 0; i < KEYS; i++) {
            storage.buckets()
                    .apply(new Effect.CompareAndSwap(
                            "b", "key-" + i, Optional.of(VALUE), Bytes.EMPTY, OptionalLong.of(0)));
        }
        assertStored(0);
    }

    /** A value may be large. */
    @ParameterizedTest
    @EnumSource
    void noValueIsReadToSeeWhetherItsKeyIsThereBeforeItsTimeIsOver(Setting setting) {
        set(setting, "key-", LATER);
        jedis.configResetStat();

        assertThat(storage.buckets().keys("b", OptionalLong.empty(), KEYS).keys())
                .hasSize(KEYS);
        assertThat(storage.buckets().exists("b", "key-0")).isTrue();
        assertThat(storage.buckets().apply(new Effect.Delete("b", List.of("key-0", "key-1", "absent"))))
                .isEqualTo(new Outcome.Count(2));
        assertThat(jedis.info("commandstats")).contains("cmdstat_zscore:").doesNotContain("cmdstat_hget:");
    }

    /** A deadline stays behind when its key is set for good. */
    @ParameterizedTest
    @EnumSource
    void aKeyThatIsSetForGoodOutlivesTheTimeThatItHad(Setting setting) {
        storage.buckets().apply(setting.effect.apply("key", SOON));
        storage.buckets().apply(new Effect.Put("b", "key", VALUE, OptionalLong.empty()));
        storage.buckets().apply(setting.effect.apply("other", SOON));
        while (storage.buckets().exists("b", "other")) {
            Thread.onSpinWait();
        }

        assertThat(storage.buckets().exists("b", "key")).isTrue();
        assertThat(storage.buckets().keys("b", OptionalLong.empty(), KEYS).keys())
                .containsExactly("key");
        assertThat(storage.buckets().apply(new Effect.Delete("b", List.of("key", "other"))))
                .isEqualTo(new Outcome.Count(1));
    }

    /** It is not in the way of its own deadline, which has passed. */
    @ParameterizedTest
    @EnumSource
    void aKeyThatIsSetAgainAfterItsTimeStays(Setting setting) {
        set(setting, "key-", SOON);
        while (storage.buckets().exists("b", "key-" + (KEYS - 1))) {
            Thread.onSpinWait();
        }
        set(setting, "key-", LATER);
        assertStored(KEYS);
        assertThat(storage.buckets().get("b", "key-0")).contains(VALUE);
    }

    @Test
    void whatIsSetToStayOutlivesTheDeadlineThatItHad() {
        set(Setting.PUT, "key-", SOON);
        storage.buckets().apply(new Effect.Put("b", "key-0", VALUE, OptionalLong.empty()));
        while (storage.buckets().exists("b", "key-" + (KEYS - 1))) {
            Thread.onSpinWait();
        }
        set(Setting.SWAP, "later-", LATER);
        assertThat(storage.buckets().get("b", "key-0")).contains(VALUE);
        assertThat(jedis.hlen(storage.keys().shard("b", 0).values())).isEqualTo(KEYS + 1);
    }
}
