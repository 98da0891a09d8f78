package dev.wit4j.benchmarks.redis;

import dev.wit4j.Bytes;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.Journal;
import dev.wit4j.journal.WorkerId;
import dev.wit4j.redis.RedisStorage;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalLong;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.params.XAddParams;

/** What keys, records and workers take in the server's memory, beside a plain hash and a plain stream. */
final class RedisMemory {
    private static final int MANY = 10_000;

    private final RedisStorage storage;
    private final RedisClient client;

    RedisMemory(RedisStorage storage, RedisClient client) {
        this.storage = storage;
        this.client = client;
    }

    void print(Bytes value, Bytes entry) {
        client.flushAll();
        try (Journal journal = storage.claim(new WorkerId("memory", "one"))) {
            for (int i = 0; i < MANY; i++) {
                client.hset(bytes("plain-hash"), bytes("key-" + i), value.toArray());
                client.xadd(bytes("plain-stream"), Map.of(bytes("e"), entry.toArray()), XAddParams.xAddParams());
                journal.commit(entry, new Effect.Put("bucket", "key-" + i, value, OptionalLong.empty()));
            }
        }
        System.out.printf(
                "memory: a key %d bytes and %d for its place in listings, in a plain hash %d%n",
                used("*:h") / MANY, used("*:z") / MANY, used("plain-hash") / MANY);
        System.out.printf(
                "memory: a record %d bytes, in a plain stream %d%n", used("*:j") / MANY, used("plain-stream") / MANY);
        client.flushAll();
        storage.claim(new WorkerId("memory", "idle")).close();
        long worker = used("*");
        client.flushAll();
        client.xadd(bytes("plain-stream"), Map.of(bytes("e"), entry.toArray()), XAddParams.xAddParams());
        System.out.printf(
                "memory: a worker that was never called %d bytes, a plain stream of one entry %d%n", worker, used("*"));
    }

    private long used(String pattern) {
        return client.keys(bytes(pattern)).stream()
                .mapToLong(key -> client.memoryUsage(key, 0))
                .sum();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
