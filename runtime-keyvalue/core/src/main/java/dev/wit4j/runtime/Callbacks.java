package dev.wit4j.runtime;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Completes what callers hold on other threads than those that workers run on: what a caller does then may be to call the worker
 * again, or to close its host, and would wait for the thread that it is on.
 */
final class Callbacks {
    private final Executor executor;

    Callbacks(Executor executor) {
        this.executor = executor;
    }

    /** What callers may hold of {@code made}: what {@code result} makes of its value, or its failure as it is. */
    <T, R extends @Nullable Object> CompletableFuture<R> of(CompletableFuture<T> made, Function<T, R> result) {
        CompletableFuture<R> told = new CompletableFuture<>();
        if (made.isDone()) {
            made.whenComplete((value, failure) -> complete(told, value, failure, result));
        } else {
            made.whenComplete((value, failure) -> later(() -> complete(told, value, failure, result)));
        }
        return told;
    }

    private static <T, R extends @Nullable Object> void complete(
            CompletableFuture<R> told, T value, @Nullable Throwable failure, Function<T, R> result) {
        if (failure != null) {
            told.completeExceptionally(failure);
            return;
        }
        try {
            told.complete(result.apply(value));
        } catch (Throwable e) {
            told.completeExceptionally(e);
        }
    }

    private void later(Runnable task) {
        try {
            executor.execute(task);
        } catch (RejectedExecutionException e) {
            task.run(); // the host is closed: it refuses what a caller may ask for, and nobody waits
        }
    }
}
