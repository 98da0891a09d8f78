package dev.wit4j.embedded;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Bounds the bytes that wait for the tables in memory; one that is larger than the bound goes alone. Safe to share. */
final class Budget {
    private static final long RECHECK_MILLIS = 50;

    private final long limit;
    private final Runnable whileWaiting;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition released = lock.newCondition();
    private long used;

    /**
     * A budget.
     *
     * @param whileWaiting is run now and then; may throw, to end the waiting
     */
    Budget(long limit, Runnable whileWaiting) {
        this.limit = limit;
        this.whileWaiting = whileWaiting;
    }

    long limit() {
        return limit;
    }

    /** Takes {@code bytes}, waiting while too many are taken. */
    void take(long bytes) {
        lock.lock();
        boolean interrupted = false;
        try {
            while (used > limit) {
                whileWaiting.run();
                try {
                    released.await(RECHECK_MILLIS, TimeUnit.MILLISECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            used += bytes;
        } finally {
            lock.unlock();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Gives {@code bytes} back. */
    void give(long bytes) {
        lock.lock();
        try {
            used -= bytes;
            released.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
