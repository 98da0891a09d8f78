package dev.wit4j.runtime;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What others want done to a worker between two invocations, in their order. Any thread may add; the worker's thread runs. */
final class WorkerCommands {
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final Runnable wake;

    /**
     * No commands yet.
     *
     * @param wake has the worker's thread run them
     */
    WorkerCommands(Runnable wake) {
        this.wake = wake;
    }

    /** Keeps {@code action}, which does not fail, for when the worker's thread comes by. */
    void add(Runnable action) {
        waiting.add(action);
    }

    /** Has {@code action} run. */
    CompletableFuture<Void> run(Runnable action) {
        return ask(() -> {
            action.run();
            return null;
        });
    }

    /** Has {@code action} run; returns what comes of it. */
    <T extends @Nullable Object> CompletableFuture<T> ask(Supplier<T> action) {
        CompletableFuture<T> done = new CompletableFuture<>();
        waiting.add(() -> {
            try {
                done.complete(action.get());
            } catch (Throwable e) {
                done.completeExceptionally(e);
            }
        });
        wake.run();
        return done;
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Runs the oldest; returns whether there was one. */
    boolean runNext() {
        Runnable command = waiting.poll();
        if (command == null) {
            return false;
        }
        command.run();
        return true;
    }
}
