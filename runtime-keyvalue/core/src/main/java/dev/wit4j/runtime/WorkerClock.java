package dev.wit4j.runtime;

import dev.wit4j.journal.WorkerId;

/**
 * The clock that one worker measures time by, in nanoseconds, unsigned. It never goes back: not within the worker's life, and not
 * when it goes on on a machine whose own clock is behind. What a host function answers from it has to be journaled, as a
 * <i>read</i>. Used by the thread of the invocation.
 */
public final class WorkerClock {
    private final WorkerId worker;
    private final HostTime time;
    private final Runnable beforeWaiting;
    private long latest;
    private long ahead;

    /**
     * A clock that has shown nothing yet.
     *
     * @param time what it goes by
     * @param beforeWaiting keeps what the invocation has done from being done again
     */
    WorkerClock(WorkerId worker, HostTime time, Runnable beforeWaiting) {
        this.worker = worker;
        this.time = time;
        this.beforeWaiting = beforeWaiting;
    }

    /** What it shows. */
    public long now() {
        long shown = time.nanos() + ahead;
        if (Long.compareUnsigned(shown, latest) < 0) {
            ahead += latest - shown;
            shown = latest;
        }
        latest = shown;
        return shown;
    }

    /**
     * It has shown {@code instant}, or something was done of which that can be told: replay says so of what is recorded. From
     * now on it shows nothing earlier.
     */
    public void atLeast(long instant) {
        if (Long.compareUnsigned(instant, latest) > 0) {
            latest = instant;
        }
    }

    /**
     * Returns when it shows {@code instant} or something later. Before it waits, what the invocation has done so far is
     * committed: after a restart it waits for the rest of the time alone.
     *
     * @throws WorkerStoppedException if the host is closed meanwhile; the invocation goes on after a restart
     */
    public void waitUntil(long instant) {
        if (Long.compareUnsigned(now(), instant) >= 0) {
            return;
        }
        beforeWaiting.run();
        for (long left = instant - now(); Long.compareUnsigned(latest, instant) < 0; left = instant - now()) {
            sleep(left < 0 ? Long.MAX_VALUE : left);
        }
    }

    private void sleep(long nanos) {
        try {
            if (!time.sleep(nanos)) {
                throw new WorkerStoppedException(
                        worker, "the host was closed while the call waited; it goes on waiting");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WorkerStoppedException(worker, "interrupted while the call waited; it goes on waiting", e);
        }
    }

    /** The latest instant that it has shown: part of the worker's state. */
    long latest() {
        return latest;
    }
}
