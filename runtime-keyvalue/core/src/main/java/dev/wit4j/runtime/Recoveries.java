package dev.wit4j.runtime;

import dev.wit4j.journal.WorkerId;
import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has workers brought back, however many, so many at once: each may take a thread, and the memory of a replay. Only that is counted:
 * what they then run may wait for others, which are brought back all the same. Safe to share between threads.
 */
final class Recoveries {
    private static final Logger LOG = LoggerFactory.getLogger(Recoveries.class);

    private final Function<WorkerId, CompletableFuture<Void>> begin;
    private final Queue<WorkerId> waiting = new ConcurrentLinkedQueue<>();
    private final Semaphore free;

    /** How often there was a reason to look for what can begin, and nobody did. */
    private final AtomicInteger reasons = new AtomicInteger();

    /**
     * None yet.
     *
     * @param atOnce how many are brought back at the same time, at most
     * @param begin has a worker brought back; what it returns is done when the worker is there, or cannot be
     */
    Recoveries(int atOnce, Function<WorkerId, CompletableFuture<Void>> begin) {
        this.free = new Semaphore(atOnce);
        this.begin = begin;
    }

    /** Has {@code workers} brought back, in their order; what is not begun at once is begun by those that are done. */
    void add(Collection<WorkerId> workers) {
        waiting.addAll(workers);
        goOn();
    }

    /** Begins no more. */
    void stop() {
        waiting.clear();
    }

    /** One thread at a time begins them, in a loop: one that is done at once would have the next begun within it. */
    private void goOn() {
        int seen = reasons.getAndIncrement() == 0 ? 1 : 0;
        while (seen > 0) {
            while (beginNext()) {
                // One after the other.
            }
            seen = reasons.addAndGet(-seen);
        }
    }

    private boolean beginNext() {
        if (!free.tryAcquire()) {
            return false;
        }
        WorkerId next = waiting.poll();
        if (next == null) {
            free.release();
            return false;
        }
        begin(next).whenComplete((done, failure) -> {
            free.release();
            goOn();
        });
        return true;
    }

    private CompletableFuture<Void> begin(WorkerId worker) {
        try {
            return begin.apply(worker);
        } catch (Throwable e) {
            LOG.warn("worker {} is not brought back; what waits for it goes on waiting", worker, e);
            return CompletableFuture.completedFuture(null);
        }
    }
}
