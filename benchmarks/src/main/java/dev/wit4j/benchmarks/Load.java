package dev.wit4j.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Has work done by as many threads as there are pieces of it. */
public final class Load {
    private Load() {}

    /** Does each of {@code works} over and over on a thread of its own, for so long. */
    public static Rate during(Duration time, List<Work> works) {
        ExecutorService threads = Executors.newFixedThreadPool(works.size());
        try {
            long begin = System.nanoTime();
            long end = begin + time.toNanos();
            List<Future<long[]>> running = works.stream()
                    .map(work -> threads.submit(() -> timesUntil(end, work)))
                    .toList();
            List<long[]> times = new ArrayList<>();
            for (Future<long[]> one : running) {
                times.add(one.get());
            }
            return Rate.of(times, (System.nanoTime() - begin) / 1e9);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the work failed: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static long[] timesUntil(long end, Work work) {
        long[] times = new long[1 << 16];
        int count = 0;
        for (long now = System.nanoTime(); now < end; ) {
            work.once(count);
            long after = System.nanoTime();
            times = count == times.length ? Arrays.copyOf(times, 2 * count) : times;
            times[count++] = after - now;
            now = after;
        }
        return Arrays.copyOf(times, count);
    }
}
