package dev.wit4j.host;

import dev.wit4j.runtime.ResultRetention;
import dev.wit4j.runtime.RetryPolicy;
import dev.wit4j.runtime.SnapshotPolicy;
import java.time.Duration;
import java.util.Optional;

/**
 * How a host runs its workers.
 *
 * @param retry what becomes of calls that fail without a declared error
 * @param snapshots when states are saved by themselves
 * @param results how long the results of calls are kept
 * @param idleAfter how long a worker is idle before its instance is let go; a millisecond at least, {@link #LONGEST_TIME} at most
 * @param closePatience how long a host that is closed waits for the calls that run, before it gives them up, as
 *     {@link dev.wit4j.runtime.WorkerHost#close(Duration)} does; from nothing to {@link #LONGEST_TIME}. As long as they take if it
 *     is empty
 */
public record WorkerOptions(
        RetryPolicy retry,
        SnapshotPolicy snapshots,
        ResultRetention results,
        Duration idleAfter,
        Optional<Duration> closePatience) {
    /** A hundred years: what is longer is meant to be for ever. */
    public static final Duration LONGEST_TIME = Duration.ofDays(36_500);

    /** Three attempts, no snapshots, results for ever, five minutes to be idle, and patience without end. */
    public static final WorkerOptions DEFAULT = new WorkerOptions(
            RetryPolicy.DEFAULT,
            new SnapshotPolicy.Never(),
            new ResultRetention.Forever(),
            Duration.ofMinutes(5),
            Optional.empty());

    public WorkerOptions {
        if (idleAfter.compareTo(Duration.ofMillis(1)) < 0 || idleAfter.compareTo(LONGEST_TIME) > 0) {
            throw new IllegalArgumentException(
                    "a worker can be idle from a millisecond to " + LONGEST_TIME.toDays() + " days, not " + idleAfter);
        }
        closePatience.ifPresent(patience -> {
            if (patience.isNegative() || patience.compareTo(LONGEST_TIME) > 0) {
                throw new IllegalArgumentException(
                        "a host can wait from no time to " + LONGEST_TIME.toDays() + " days, not " + patience);
            }
        });
    }

    /** These with another policy for failures. */
    public WorkerOptions withRetry(RetryPolicy value) {
        return new WorkerOptions(value, snapshots, results, idleAfter, closePatience);
    }

    /** These with another policy for snapshots. */
    public WorkerOptions withSnapshots(SnapshotPolicy value) {
        return new WorkerOptions(retry, value, results, idleAfter, closePatience);
    }

    /** These with results that are kept for another time. */
    public WorkerOptions withResults(ResultRetention value) {
        return new WorkerOptions(retry, snapshots, value, idleAfter, closePatience);
    }

    /** These with another time to be idle. */
    public WorkerOptions withIdleAfter(Duration value) {
        return new WorkerOptions(retry, snapshots, results, value, closePatience);
    }

    /** These with an end to the patience of a host that is closed. */
    public WorkerOptions withClosePatience(Duration value) {
        return new WorkerOptions(retry, snapshots, results, idleAfter, Optional.of(value));
    }
}
