package dev.wit4j.redis;

import dev.wit4j.Bytes;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.Journal;
import dev.wit4j.journal.WorkerId;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.params.XAddParams;

/**
 * The store beside bare Jedis that does the same commands: {@code main} with the URI of a server prints requests a second and
 * their ratio. Rounds of the two alternate, so that both meet the same machine.
 */
public final class RedisBenchmark {
    private static final Bytes VALUE = Bytes.wrap(new byte[64]);
    private static final Bytes ENTRY = Bytes.wrap(new byte[48]);
    private static final int KEYS = 100;
    private static final int ROUNDS = 6;

    private static final String BARE_SCRIPT = "redis.call('XADD', KEYS[1], '*', 'e', ARGV[1], 'o', 'D') "
            + "redis.call('HSET', KEYS[2], ARGV[2], ARGV[3]) return 'D'";

    private final RedisStorage storage;
    private final RedisClient jedis;
    private final String sha;

    private RedisBenchmark(URI uri) {
        storage = RedisStorage.connect(uri, RedisOptions.DEFAULT.withConnections(128));
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(128);
        pool.setMaxIdle(128);
        jedis = RedisClient.builder()
                .hostAndPort(new HostAndPort(uri.getHost(), uri.getPort()))
                .poolConfig(pool)
                .build();
        sha = jedis.scriptLoad(BARE_SCRIPT);
    }

    /** Something to be done again and again by one thread. */
    private interface Work {
        void run(int i);
    }

    public static void main(String[] arguments) throws Exception {
        RedisBenchmark benchmark = new RedisBenchmark(URI.create(arguments[0]));
        int requests = Integer.parseInt(arguments[1]);
        benchmark.jedis.flushAll();
        for (int threads : new int[] {1, 64}) {
            benchmark.compare("get, HGET", threads, requests, benchmark.gets(threads), benchmark.bareGets(threads));
            benchmark.compare(
                    "set, XADD and HSET", threads, requests, benchmark.sets(threads), benchmark.bareSets(threads));
            benchmark.compare(
                    "set of 100, HSET",
                    threads,
                    requests / 20,
                    benchmark.batches(threads),
                    benchmark.bareBatches(threads));
        }
        benchmark.memory();
        benchmark.storage.close();
        benchmark.jedis.close();
    }

    private static String key(int i) {
        return "key-" + i % KEYS;
    }

    private List<Work> sets(int threads) {
        return each(threads, n -> {
            Journal journal = storage.claim(new WorkerId("set", Integer.toString(n)));
            return i -> journal.commit(ENTRY, new Effect.Put("b", key(i), VALUE, OptionalLong.empty()));
        });
    }

    private List<Work> bareSets(int threads) {
        return each(threads, n -> {
            List<byte[]> keys = List.of(Redis.bytes("bare:j" + n), Redis.bytes("bare:h"));
            return i -> jedis.evalsha(
                    Redis.bytes(sha), keys, List.of(ENTRY.toArray(), Redis.bytes(key(i)), VALUE.toArray()));
        });
    }

    private List<Work> gets(int threads) {
        return each(threads, n -> {
            Journal journal = storage.claim(new WorkerId("get", Integer.toString(n)));
            return i -> journal.buckets().get("b", key(i));
        });
    }

    private List<Work> bareGets(int threads) {
        byte[] bucket = Redis.bytes("bare:h");
        return each(threads, n -> i -> jedis.hget(bucket, Redis.bytes(key(i))));
    }

    private List<Work> batches(int threads) {
        List<Effect.KeyValue> entries = IntStream.range(0, 100)
                .mapToObj(i -> new Effect.KeyValue(key(i), VALUE))
                .toList();
        return each(threads, n -> {
            Journal journal = storage.claim(new WorkerId("batch", Integer.toString(n)));
            return i -> journal.commit(ENTRY, new Effect.PutAll("b", entries));
        });
    }

    private List<Work> bareBatches(int threads) {
        Map<byte[], byte[]> entries = new HashMap<>();
        IntStream.range(0, 100).forEach(i -> entries.put(Redis.bytes(key(i)), VALUE.toArray()));
        byte[] bucket = Redis.bytes("bare:h");
        return each(threads, n -> i -> jedis.hset(bucket, entries));
    }

    private static List<Work> each(int threads, java.util.function.IntFunction<Work> work) {
        return IntStream.range(0, threads).mapToObj(work).toList();
    }

    private void compare(String what, int threads, int requests, List<Work> ours, List<Work> bare) throws Exception {
        List<Double> ratios = new ArrayList<>();
        double best = 0;
        double bestBare = 0;
        for (int round = 0; round < ROUNDS; round++) {
            double bareRate = rate(threads, requests, bare);
            double rate = rate(threads, requests, ours);
            if (round > 0) {
                ratios.add(rate / bareRate);
                best = Math.max(best, rate);
                bestBare = Math.max(bestBare, bareRate);
            }
        }
        ratios.sort(null);
        System.out.printf(
                Locale.ROOT,
                "%-20s %2d threads: %7.0f/s, bare %7.0f/s, median ratio %.2f%n",
                what,
                threads,
                best,
                bestBare,
                ratios.get(ratios.size() / 2));
    }

    private static double rate(int threads, int requests, List<Work> works) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            int each = requests / threads;
            long start = System.nanoTime();
            List<Future<?>> all = new ArrayList<>();
            for (Work work : works) {
                all.add(executor.submit(() -> IntStream.range(0, each).forEach(work::run)));
            }
            for (Future<?> one : all) {
                one.get();
            }
            return each * threads / ((System.nanoTime() - start) / 1e9);
        } finally {
            executor.shutdownNow();
        }
    }

    /** Bytes for a key, a record and a worker, beside a plain hash and a plain stream. */
    private void memory() {
        int many = 10_000;
        jedis.flushAll();
        Journal journal = storage.claim(new WorkerId("memory", "one"));
        for (int i = 0; i < many; i++) {
            jedis.hset(Redis.bytes("plain"), Redis.bytes("key-" + i), VALUE.toArray());
            jedis.xadd(Redis.bytes("stream"), Map.of(Redis.bytes("e"), ENTRY.toArray()), XAddParams.xAddParams());
            journal.commit(ENTRY, new Effect.Put("m", "key-" + i, VALUE, OptionalLong.empty()));
        }
        Keys.OfShard shard = storage.keys().shard("m", 0);
        Keys.OfWorker worker = storage.keys().of(new WorkerId("memory", "one"));
        System.out.printf(
                Locale.ROOT,
                "memory for a key: %d bytes and %d for its place in listings, in a plain hash %d%n",
                used(shard.values()) / many,
                used(shard.order()) / many,
                used(Redis.bytes("plain")) / many);
        System.out.printf(
                Locale.ROOT,
                "memory for a record: %d bytes, in a plain stream %d; for a worker: %d bytes%n",
                used(worker.journal()) / many,
                used(Redis.bytes("stream")) / many,
                used(worker.record()) + used(storage.keys().of(idle()).journal()));
    }

    private WorkerId idle() {
        WorkerId idle = new WorkerId("memory", "idle");
        storage.claim(idle);
        return idle;
    }

    private long used(byte[] key) {
        return jedis.memoryUsage(key, 0);
    }
}
