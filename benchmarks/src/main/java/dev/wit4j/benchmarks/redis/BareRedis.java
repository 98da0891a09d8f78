package dev.wit4j.benchmarks.redis;

import dev.wit4j.benchmarks.Work;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisClient;

/** Jedis doing what the store does, and nothing else: no checks, no identity of a record, no owner. */
final class BareRedis implements AutoCloseable {
    private static final String APPEND_AND_SET = "redis.call('XADD', KEYS[1], '*', 'e', ARGV[1], 'o', 'D') "
            + "redis.call('HSET', KEYS[2], ARGV[2], ARGV[3]) return 'D'";
    private static final byte[] BUCKET = bytes("bare:h");

    private final RedisClient client;
    private final byte[] script;
    private final byte[] entry;
    private final byte[] value;

    BareRedis(int port, byte[] entry, byte[] value) {
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(128);
        pool.setMaxIdle(128);
        client = RedisClient.builder()
                .hostAndPort(new HostAndPort("127.0.0.1", port))
                .poolConfig(pool)
                .build();
        script = bytes(client.scriptLoad(APPEND_AND_SET));
        this.entry = entry;
        this.value = value;
    }

    RedisClient client() {
        return client;
    }

    /** One round trip: a script with XADD and HSET. */
    IntFunction<Work> set(IntUnaryOperator key) {
        return number -> round -> set(number, key.applyAsInt(round));
    }

    /** The same so many times for one piece of work. */
    IntFunction<Work> setMany(int times, IntUnaryOperator key) {
        return number -> round -> {
            for (int i = 0; i < times; i++) {
                set(number, key.applyAsInt(i));
            }
        };
    }

    IntFunction<Work> get(IntUnaryOperator key) {
        return number -> round -> client.hget(BUCKET, key(key.applyAsInt(round)));
    }

    /** The same so many times for one piece of work. */
    IntFunction<Work> getMany(int times, IntUnaryOperator key) {
        return number -> round -> {
            for (int i = 0; i < times; i++) {
                client.hget(BUCKET, key(key.applyAsInt(i)));
            }
        };
    }

    /** HSET of as many keys. */
    IntFunction<Work> setAll(int keys) {
        Map<byte[], byte[]> entries = new HashMap<>();
        for (int i = 0; i < keys; i++) {
            entries.put(key(i), value);
        }
        return number -> round -> client.hset(BUCKET, entries);
    }

    @Override
    public void close() {
        client.close();
    }

    private void set(int journal, int key) {
        client.evalsha(script, List.of(bytes("bare:j" + journal), BUCKET), List.of(entry, key(key), value));
    }

    private static byte[] key(int number) {
        return bytes("key-" + number);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
