package dev.wit4j.embedded.log;

import dev.wit4j.journal.StorageException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * How far a log is durable, and those who wait for it: each is woken once, when what he waits for is, and nobody holds a lock
 * meanwhile. Safe to share.
 */
final class Durability {
    private final Parking parking;
    private final AtomicReference<@Nullable Waiter> waiters = new AtomicReference<>();
    private volatile long durable;
    private volatile @Nullable Throwable failure;

    /** A thread that waits for record {@code number}, and the one that came before it. */
    private static final class Waiter {
        private final long number;
        private final Thread thread = Thread.currentThread();
        private @Nullable Waiter next;

        Waiter(long number) {
            this.number = number;
        }
    }

    /** A log that is durable up to record {@code durable}. */
    Durability(long durable, Parking parking) {
        this.durable = durable;
        this.parking = parking;
    }

    /** The last record that is durable. */
    long durable() {
        return durable;
    }

    /**
     * Returns when record {@code number} is durable.
     *
     * @throws StorageException if that cannot be said any more
     */
    void await(long number) {
        if (durable >= number) {
            return;
        }
        push(new Waiter(number)); // before looking again: who advances behind that finds it
        boolean interrupted = false;
        while (durable < number && failure == null) {
            parking.park(this);
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (durable < number) {
            checkUsable();
        }
    }

    /** Everything up to record {@code number} is durable; for one thread. */
    void advance(long number) {
        durable = number;
        wake(number);
    }

    /** Nothing more will be durable; the first cause counts. */
    void fail(Throwable cause) {
        synchronized (this) {
            failure = failure == null ? cause : failure;
        }
        wake(Long.MAX_VALUE);
    }

    boolean hasFailed() {
        return failure != null;
    }

    /**
     * Does nothing.
     *
     * @throws StorageException if something has failed
     */
    void checkUsable() {
        Throwable cause = failure;
        if (cause != null) {
            throw new StorageException(
                    "the store failed and does nothing any more until it is closed and opened again: "
                            + Failures.describe(cause),
                    cause);
        }
    }

    private void wake(long number) {
        Waiter waiter = waiters.getAndSet(null);
        while (waiter != null) {
            Waiter next = waiter.next;
            if (waiter.number <= number) {
                parking.unpark(waiter.thread);
            } else {
                push(waiter);
            }
            waiter = next;
        }
    }

    private void push(Waiter waiter) {
        Waiter head;
        do {
            head = waiters.get();
            waiter.next = head;
        } while (!waiters.compareAndSet(head, waiter));
    }
}
