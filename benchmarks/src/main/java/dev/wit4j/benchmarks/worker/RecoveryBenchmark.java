package dev.wit4j.benchmarks.worker;

import dev.wit4j.Bytes;
import dev.wit4j.embedded.EmbeddedStorage;
import dev.wit4j.keyvalue.KeyValueProvider;
import dev.wit4j.runtime.WorkerHost;
import java.nio.file.Path;
import java.util.Locale;
import wit.wit4j.benchmark.tally.Tally;

/**
 * How long a worker takes to come back: its store is opened again, and its first call replays everything. Arguments: an empty
 * folder, and the number of entries.
 */
public final class RecoveryBenchmark {
    private static final Bytes VALUE = Bytes.wrap(new byte[64]);
    private static final int WRITES = 1000;
    private static final int ROUNDS = 5;

    private RecoveryBenchmark() {}

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        int entries = Integer.parseInt(arguments[1]);
        try (var storage = EmbeddedStorage.open(folder);
                WorkerHost host = host(storage)) {
            Tally calls = worker(host, "calls");
            for (int i = 0; i < entries; i++) {
                calls.add(1);
            }
            Tally writes = worker(host, "writes");
            for (int i = 0; i < entries / WRITES; i++) {
                writes.setMany(WRITES, VALUE);
            }
        }
        for (int round = 0; round < ROUNDS; round++) {
            recover(folder, "calls", entries + " invocations");
            recover(folder, "writes", entries / WRITES + " invocations of " + WRITES + " writes");
        }
    }

    private static void recover(Path folder, String name, String content) {
        long begin = System.nanoTime();
        try (var storage = EmbeddedStorage.open(folder)) {
            long opened = System.nanoTime();
            try (WorkerHost host = host(storage)) {
                worker(host, name).add(1);
                System.out.printf(
                        Locale.ROOT,
                        "%s: store opened in %,.0f ms, worker back with its first answer in %,.0f ms%n",
                        content,
                        (opened - begin) / 1e6,
                        (System.nanoTime() - opened) / 1e6);
            }
        }
    }

    private static WorkerHost host(EmbeddedStorage storage) {
        return WorkerHost.on(storage)
                .component(Tallies.COMPONENT)
                .provider(new KeyValueProvider())
                .build();
    }

    private static Tally worker(WorkerHost host, String name) {
        return host.worker(Tallies.COMPONENT, name).exports().tally();
    }
}
