package dev.wit4j.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.Bytes;
import dev.wit4j.StringException;
import dev.wit4j.Tuple2;
import dev.wit4j.host.generation.Generations;
import dev.wit4j.runtime.InvocationFailedException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import redis.clients.jedis.Jedis;
import wit.test.generations.store.Store;
import wit.test.generations.swaps.SwapError;
import wit.test.generations.swaps.SwapErrorException;
import wit.test.generations.swaps.Swaps;

/** The semantics of {@code wasi:keyvalue} on servers that run for all of its tests. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RedisKeyValueContract extends KeyValueContract {
    private static final String NOT_A_BUCKET = "the store holds something under this name that is not a bucket";
    private static final int MOST_SHARDS = 8;

    private final StoreKind kind;
    private RunningStore store;
    private String opened = "";

    RedisKeyValueContract(StoreKind kind) {
        this.kind = kind;
    }

    @BeforeAll
    void start() {
        store = kind.start(Path.of(""));
    }

    @AfterAll
    void stop() {
        if (store != null) {
            store.close();
        }
    }

    @Override
    final String store() {
        opened = store.empty();
        return opened;
    }

    /** Somebody else puts something of another kind where Redis would hold a bucket. */
    private void occupy(String bucket) {
        for (int shard = 0; shard < MOST_SHARDS; shard++) {
            for (String part : List.of("h", "z", "x")) {
                String key = keyOf(bucket, shard, part);
                try (Jedis jedis = store.connection(key)) {
                    jedis.del(key);
                    jedis.set(key, "something else");
                }
            }
        }
    }

    private String keyOf(String bucket, int shard, String part) {
        String namespace = opened.substring(opened.lastIndexOf('=') + 1);
        return namespace + ":1:{" + bucket + "/" + shard + "}:" + part;
    }

    private static void assertNotABucket(String function, ThrowingCallable call) {
        assertThatThrownBy(call)
                .as(function)
                .isInstanceOfSatisfying(
                        StringException.class, e -> assertThat(e.error()).isEqualTo(NOT_A_BUCKET));
    }

    private static Map<String, Consumer<Store>> functions() {
        Map<String, Consumer<Store>> functions = new LinkedHashMap<>();
        functions.put("get", store -> store.get("bucket", "key"));
        functions.put("set", store -> store.set("bucket", "key", Bytes.EMPTY));
        functions.put("delete", store -> store.delete("bucket", "key"));
        functions.put("exists", store -> store.exists("bucket", "key"));
        functions.put("get-many", store -> store.getMany("bucket", List.of("key")));
        functions.put("set-many", store -> store.setMany("bucket", List.of(new Tuple2<>("key", Bytes.EMPTY))));
        functions.put("delete-many", store -> store.deleteMany("bucket", List.of("key")));
        functions.put("increment", store -> store.increment("bucket", "key", 1));
        return functions;
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNoBucketIsSaidToBeNoneByEveryFunction(Generation generation) {
        occupy("bucket");
        Store functions = generation.of(host());
        functions().forEach((name, function) -> assertNotABucket(name, () -> function.accept(functions)));
        if (generation == Generation.SEED) {
            assertThatThrownBy(() -> functions.listKeys("bucket"))
                    .isInstanceOf(InvocationFailedException.class)
                    .hasMessageContaining(NOT_A_BUCKET);
        } else {
            assertNotABucket("listing", () -> functions.listKeys("bucket"));
        }
        String key = keyOf("bucket", 0, "h");
        try (Jedis jedis = store.connection(key)) {
            assertThat(jedis.get(key)).isEqualTo("something else");
        }
    }

    @Test
    void alsoByBothFormsOfSwaps() {
        Swaps swaps = host().worker(Generations.DRAFT_TWO, "one").exports().swaps();
        swaps.see("bucket", "key");
        occupy("bucket");

        assertThatThrownBy(() -> swaps.swap(Bytes.EMPTY))
                .isInstanceOfSatisfying(
                        SwapErrorException.class,
                        e -> assertThat(e.error()).isEqualTo(new SwapError.Refused(NOT_A_BUCKET)));
        assertNotABucket("cas.new", () -> swaps.see("bucket", "key"));
        for (Swapping swapping : Swapping.values()) {
            assertNotABucket("compare-and-swap", () -> swapping.of(host()).swapNumber("bucket", "key", 0, 1));
        }
    }

    @ParameterizedTest
    @EnumSource
    void alsoByTheCache(Caching caching) {
        occupy("cache");
        var cache = caching.of(host());
        assertNotABucket("get", () -> cache.get("key"));
        assertNotABucket("exists", () -> cache.exists("key"));
        assertNotABucket("set", () -> cache.set("key", Bytes.EMPTY, Optional.empty()));
        assertNotABucket("set for a time", () -> cache.set("key", Bytes.EMPTY, Optional.of(1000L)));
        assertNotABucket("delete", () -> cache.delete("key"));
        assertNotABucket("get-or-set", () -> cache.enter("key"));
    }

    @ParameterizedTest
    @EnumSource
    void aVacancyThatWasUsedOrGivenBackLeavesNothing(Caching caching) {
        var cache = caching.of(host());
        for (int i = 0; i < 20; i++) {
            assertThat(cache.enter("key-" + i)).isEmpty();
            if (i % 2 == 0) {
                cache.fill("key-" + i, Bytes.EMPTY, Optional.empty());
            } else {
                cache.giveBack("key-" + i);
            }
        }
        for (int shard = 0; shard < MOST_SHARDS; shard++) {
            for (String part : List.of("h", "z", "x")) {
                String key = keyOf("cache%2Fvacancies", shard, part);
                try (Jedis jedis = store.connection(key)) {
                    assertThat(jedis.exists(key)).as(key).isFalse();
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whereItCannotBeSaidWhoMayFillAKeyNobodyMay(Caching caching) {
        occupy("cache%2Fvacancies");
        assertThatThrownBy(() -> caching.of(host()).enter("key"))
                .isInstanceOfSatisfying(
                        StringException.class,
                        e -> assertThat(e.error()).startsWith("the store does not say who may fill the key"));
    }
}
