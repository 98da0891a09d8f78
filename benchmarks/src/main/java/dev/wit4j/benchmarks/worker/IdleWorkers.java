package dev.wit4j.benchmarks.worker;

import dev.wit4j.embedded.EmbeddedStorage;
import dev.wit4j.journal.Storage;
import dev.wit4j.keyvalue.KeyValueProvider;
import dev.wit4j.runtime.Worker;
import dev.wit4j.runtime.WorkerHost;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import wit.wit4j.benchmark.Tallying;

/**
 * What workers that do nothing cost on the heap, loaded and unloaded; each has been called once. Arguments: an empty folder, how
 * many loaded ones, how many unloaded ones.
 */
public final class IdleWorkers {
    private static final int CALLERS = 64;

    private IdleWorkers() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        int loaded = Integer.parseInt(arguments[1]);
        int unloaded = Integer.parseInt(arguments[2]);
        try (var storage = EmbeddedStorage.open(folder);
                WorkerHost host = WorkerHost.on(storage)
                        .component(Tallies.COMPONENT)
                        .provider(new KeyValueProvider())
                        .idleAfter(Duration.ofDays(1))
                        .build()) {
            all(host, "warm", CALLERS, false);
            long before = used(storage);
            all(host, "loaded", loaded, false);
            report("loaded", loaded, used(storage) - before);
            before = used(storage);
            all(host, "unloaded", unloaded, true);
            report("unloaded", unloaded, used(storage) - before);
        }
    }

    private static void report(String what, int workers, long bytes) {
        System.out.printf(
                Locale.ROOT,
                "%,d %s workers: %,d bytes of the heap each, %.1f MB%n",
                workers,
                what,
                bytes / workers,
                bytes / 1e6);
    }

    private static void all(WorkerHost host, String name, int workers, boolean unload) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            List<Future<?>> calls = new ArrayList<>();
            IntStream.range(0, workers)
                    .forEach(i -> calls.add(callers.submit(() -> {
                        Worker<Tallying.Exports> worker = host.worker(Tallies.COMPONENT, name + "-" + i);
                        worker.exports().tally().add(1);
                        if (unload) {
                            worker.unload().join();
                        }
                    })));
            for (Future<?> call : calls) {
                call.get();
            }
        } finally {
            callers.shutdown();
        }
    }

    /** The heap after everything that can go has gone: the tables have caught up, so that nothing is kept for them. */
    private static long used(Storage storage) {
        storage.workers().withPendingInvocations();
        Runtime runtime = Runtime.getRuntime();
        long used = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            used = Math.min(used, runtime.totalMemory() - runtime.freeMemory());
        }
        return used;
    }
}
