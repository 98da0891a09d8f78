package dev.wit4j.runtime;

import dev.wit4j.journal.WorkerId;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** Snapshots that somebody asked for while an invocation was open. */
final class WaitingSnapshots {
    private final WorkerId worker;
    private final Queue<CompletableFuture<Void>> waiting = new ConcurrentLinkedQueue<>();

    WaitingSnapshots(WorkerId worker) {
        this.worker = worker;
    }

    void add(CompletableFuture<Void> taken) {
        waiting.add(taken);
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Gives each away. */
    void take(Consumer<CompletableFuture<Void>> action) {
        CompletableFuture<Void> taken = waiting.poll();
        while (taken != null) {
            action.accept(taken);
            taken = waiting.poll();
        }
    }

    /** The invocation that is open does not end here. */
    void fail(WorkerException reason) {
        take(taken -> taken.completeExceptionally(
                new SnapshotException("worker " + worker + " cannot be saved: " + reason.getMessage(), reason)));
    }
}
