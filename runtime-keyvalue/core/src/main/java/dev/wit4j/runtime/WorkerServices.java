package dev.wit4j.runtime;

import dev.wit4j.journal.Storage;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/**
 * What the workers of a host share.
 *
 * @param storage where they live
 * @param executor runs one task for each worker that has something to do
 * @param timer runs what is due later
 * @param retry what becomes of failures
 * @param snapshots when states are saved
 * @param results how long results are kept
 * @param random where the jitter of delays comes from
 */
record WorkerServices(
        Storage storage,
        Executor executor,
        Timer timer,
        RetryPolicy retry,
        SnapshotPolicy snapshots,
        ResultRetention results,
        RandomGenerator random) {
    /** The same with another policy for failures. */
    WorkerServices with(RetryPolicy policy) {
        return new WorkerServices(storage, executor, timer, policy, snapshots, results, random);
    }

    /** Runs tasks later. */
    @FunctionalInterface
    interface Timer {
        /** Runs {@code task} after {@code delay}. */
        void after(Duration delay, Runnable task);
    }
}
