package dev.wit4j.benchmarks.worker;

import dev.wit4j.Bytes;
import dev.wit4j.benchmarks.Comparison;
import dev.wit4j.benchmarks.Load;
import dev.wit4j.benchmarks.Work;
import dev.wit4j.embedded.EmbeddedOptions;
import dev.wit4j.embedded.EmbeddedStorage;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.Journal;
import dev.wit4j.journal.Storage;
import dev.wit4j.journal.WorkerId;
import dev.wit4j.keyvalue.KeyValueProvider;
import dev.wit4j.runtime.WorkerHost;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import wit.wit4j.benchmark.tally.Tally;

/**
 * Durable invocations and durable commits each second on the embedded store, beside bare appends of as many bytes as they leave
 * in its log. Arguments: an empty folder on the disk that is meant, the number of rounds, the seconds of a turn; then, for one
 * comparison alone, {@code commit} or {@code invocation} and the number of threads.
 */
public final class DurableBenchmark {
    private static final Bytes ENTRIES = Bytes.wrap(new byte[100]);
    private static final Bytes VALUE = Bytes.wrap(new byte[64]);

    /** So large that no segment is deleted while bytes are counted. */
    private static final EmbeddedOptions COUNTED = EmbeddedOptions.defaults().withSegmentSize(256 << 20);

    private final Path folder;
    private final Comparison comparison;

    private DurableBenchmark(Path folder, Comparison comparison) {
        this.folder = folder;
        this.comparison = comparison;
    }

    public static void main(String[] arguments) throws IOException {
        var benchmark = new DurableBenchmark(
                Files.createDirectories(Path.of(arguments[0])),
                new Comparison(Integer.parseInt(arguments[1]), Duration.ofSeconds(Integer.parseInt(arguments[2]))));
        if (arguments.length > 3) {
            benchmark.compare(arguments[3], Integer.parseInt(arguments[4]));
            return;
        }
        for (int threads : new int[] {1, 64}) {
            benchmark.compare("commit", threads);
            benchmark.compare("invocation", threads);
        }
    }

    private void compare(String what, int threads) throws IOException {
        compare(what, what.equals("commit") ? DurableBenchmark::commits : DurableBenchmark::invocations, threads);
    }

    private void compare(String what, BiFunction<Storage, WorkerHost, IntFunction<Work>> ours, int threads)
            throws IOException {
        int bytes = bytes(what, ours, threads);
        System.out.printf("%s, %d threads: %d bytes of the log each%n", what, threads, bytes);
        try (var bare = new BareLog(folder.resolve("bare"));
                var storage = EmbeddedStorage.open(folder.resolve(what + "-" + threads));
                WorkerHost host = host(storage)) {
            comparison.print(
                    "durable " + what,
                    each(threads, bare(bare, threads, bytes)),
                    each(threads, ours.apply(storage, host)));
            long begin = System.nanoTime();
            storage.workers().list();
            System.out.printf("  the tables are up to the log %,d ms later%n", (System.nanoTime() - begin) / 1_000_000);
        }
    }

    /** What one leaves in the log, by counting: many in one folder, which is closed then. */
    private int bytes(String what, BiFunction<Storage, WorkerHost, IntFunction<Work>> ours, int threads) {
        Path counted = folder.resolve("counted-" + what + "-" + threads);
        AtomicLong times = new AtomicLong();
        try (var storage = EmbeddedStorage.open(counted, COUNTED);
                WorkerHost host = host(storage)) {
            IntFunction<Work> each = ours.apply(storage, host);
            Load.during(Duration.ofSeconds(2), each(threads, number -> {
                Work work = each.apply(number);
                return round -> {
                    work.once(round);
                    times.incrementAndGet();
                };
            }));
        }
        return (int) (LogBytes.written(counted) / times.get());
    }

    private static WorkerHost host(Storage storage) {
        return WorkerHost.on(storage)
                .component(Tallies.COMPONENT)
                .provider(new KeyValueProvider())
                .build();
    }

    private static List<Work> each(int threads, IntFunction<Work> work) {
        return IntStream.range(0, threads).mapToObj(work).toList();
    }

    private static IntFunction<Work> bare(BareLog log, int threads, int bytes) {
        return number -> {
            ByteBuffer alone = ByteBuffer.allocateDirect(bytes);
            byte[] shared = new byte[bytes];
            return threads == 1 ? round -> log.appendAlone(alone) : round -> log.append(shared);
        };
    }

    /** A write as the journal of a worker commits it. */
    private static IntFunction<Work> commits(Storage storage, WorkerHost host) {
        return number -> {
            Journal journal = storage.claim(new WorkerId("commits", Integer.toString(number)));
            return round -> {
                String key = "key-" + number + "-" + round % 1000;
                journal.commit(ENTRIES, new Effect.Put("bucket", key, VALUE, OptionalLong.empty()));
                journal.sync();
            };
        };
    }

    /** A call from outside, with its answer. */
    private static IntFunction<Work> invocations(Storage storage, WorkerHost host) {
        return number -> {
            Tally tally = host.worker(Tallies.COMPONENT, Integer.toString(number))
                    .exports()
                    .tally();
            return round -> tally.add(1);
        };
    }
}
