package dev.wit4j.benchmarks.redis;

import dev.wit4j.Bytes;
import dev.wit4j.benchmarks.Comparison;
import dev.wit4j.benchmarks.Work;
import dev.wit4j.benchmarks.worker.Tallies;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.Journal;
import dev.wit4j.journal.WorkerId;
import dev.wit4j.keyvalue.KeyValueProvider;
import dev.wit4j.redis.RedisBinary;
import dev.wit4j.redis.RedisOptions;
import dev.wit4j.redis.RedisServer;
import dev.wit4j.redis.RedisStorage;
import dev.wit4j.runtime.WorkerHost;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import wit.wit4j.benchmark.tally.Tally;

/**
 * The store on a real server, beside bare Jedis that sends the same commands: what journals do, and what workers do. Arguments:
 * the number of rounds, the seconds of a turn, and {@code yes} or {@code no}: whether the server syncs each command to its disk;
 * then, for some comparisons alone, what their names begin with.
 */
public final class RedisBenchmark {
    private static final Bytes VALUE = Bytes.wrap(new byte[64]);
    private static final Bytes ENTRY = Bytes.wrap(new byte[48]);
    private static final int KEYS = 100;
    private static final int BATCH = 100;
    private static final int MANY = 1000;

    private final Comparison comparison;
    private final RedisStorage storage;
    private final WorkerHost host;
    private final BareRedis bare;
    private final String chosen;

    private RedisBenchmark(
            Comparison comparison, RedisStorage storage, WorkerHost host, BareRedis bare, String chosen) {
        this.comparison = comparison;
        this.storage = storage;
        this.host = host;
        this.bare = bare;
        this.chosen = chosen;
    }

    public static void main(String[] arguments) {
        var comparison =
                new Comparison(Integer.parseInt(arguments[0]), Duration.ofSeconds(Integer.parseInt(arguments[1])));
        try (RedisServer server = RedisServer.start(RedisBinary.preferred(), "appendonly " + arguments[2]);
                RedisStorage storage = RedisStorage.connect(server.uri(), RedisOptions.DEFAULT.withConnections(128));
                WorkerHost host = WorkerHost.on(storage)
                        .component(Tallies.COMPONENT)
                        .provider(new KeyValueProvider())
                        .build();
                BareRedis bare = new BareRedis(server.port(), ENTRY.toArray(), VALUE.toArray())) {
            var benchmark =
                    new RedisBenchmark(comparison, storage, host, bare, arguments.length > 3 ? arguments[3] : "");
            for (int threads : new int[] {1, 64}) {
                benchmark.journals(threads);
                benchmark.workers(threads);
            }
            new RedisMemory(storage, bare.client()).print(VALUE, ENTRY);
        }
    }

    private void journals(int threads) {
        AtomicInteger next = new AtomicInteger();
        IntUnaryOperator fresh = round -> next.incrementAndGet();
        compare("get of a live worker, HGET", threads, bare.get(RedisBenchmark::known), this::gets);
        compare("set of a known key, EVALSHA of XADD and HSET", threads, bare.set(RedisBenchmark::known), this::sets);
        compare("set of a new key, EVALSHA of XADD and HSET", threads, bare.set(fresh), this::newKeys);
        compare("set of 100 keys, HSET of 100", threads, bare.setAll(BATCH), this::batches);
    }

    private void workers(int threads) {
        compare(
                "invocation with 1000 sets, 1000 EVALSHA of XADD and HSET",
                threads,
                bare.setMany(MANY, RedisBenchmark::known),
                number -> {
                    Tally tally = tally("sets-" + threads, number);
                    return round -> tally.setMany(MANY, VALUE);
                });
        compare("invocation with 1000 gets, 1000 HGET", threads, bare.getMany(MANY, RedisBenchmark::known), number -> {
            Tally tally = tally("gets-" + threads, number);
            return round -> tally.getMany(MANY);
        });
        compare(
                "invocation without a write, EVALSHA of XADD and HSET",
                threads,
                bare.set(RedisBenchmark::known),
                number -> {
                    Tally tally = tally("adds-" + threads, number);
                    return round -> tally.add(1);
                });
    }

    private void compare(String what, int threads, IntFunction<Work> theirs, IntFunction<Work> ours) {
        if (!what.startsWith(chosen)) {
            return;
        }
        bare.client().flushAll();
        comparison.print(what, each(threads, theirs), each(threads, ours));
    }

    private static List<Work> each(int threads, IntFunction<Work> work) {
        return IntStream.range(0, threads).mapToObj(work).toList();
    }

    private static int known(int round) {
        return round % KEYS;
    }

    private Tally tally(String what, int number) {
        return host.worker(Tallies.COMPONENT, what + "-" + number).exports().tally();
    }

    private Work gets(int number) {
        Journal journal = storage.claim(new WorkerId("get", Integer.toString(number)));
        return round -> journal.buckets().get("bucket", "key-" + known(round));
    }

    private Work sets(int number) {
        Journal journal = storage.claim(new WorkerId("set", Integer.toString(number)));
        return round ->
                journal.commit(ENTRY, new Effect.Put("bucket", "key-" + known(round), VALUE, OptionalLong.empty()));
    }

    private Work newKeys(int number) {
        Journal journal = storage.claim(new WorkerId("new", Integer.toString(number)));
        AtomicInteger next = new AtomicInteger();
        return round -> journal.commit(
                ENTRY,
                new Effect.Put("bucket", "key-" + number + "-" + next.incrementAndGet(), VALUE, OptionalLong.empty()));
    }

    private Work batches(int number) {
        Journal journal = storage.claim(new WorkerId("batch", Integer.toString(number)));
        List<Effect.KeyValue> entries = IntStream.range(0, BATCH)
                .mapToObj(i -> new Effect.KeyValue("key-" + i, VALUE))
                .toList();
        return round -> journal.commit(ENTRY, new Effect.PutAll("bucket", entries));
    }
}
