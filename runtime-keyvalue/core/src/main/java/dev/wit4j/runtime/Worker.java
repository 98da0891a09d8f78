package dev.wit4j.runtime;

import dev.wit4j.component.FunctionType;
import dev.wit4j.component.WorldType;
import dev.wit4j.journal.StorageException;
import dev.wit4j.journal.WorkerId;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A worker as its callers see it. Getting one starts nothing: the first call does. Immutable, and safe to share between threads.
 *
 * @param <E> the exports of its world
 */
public final class Worker<E> {
    private final WorkerHost host;
    private final WorkerId id;
    private final WorldType<?, ?, E> world;
    private final Optional<String> key;

    Worker(WorkerHost host, WorkerId id, WorldType<?, ?, E> world, Optional<String> key) {
        this.host = host;
        this.id = id;
        this.world = world;
        this.key = key;
    }

    /** Who it is. */
    public WorkerId id() {
        return id;
    }

    /**
     * Its exports. Every call waits for its turn and its answer; when it returns, everything that it did is durable. Besides
     * what the function declares it throws {@link WorkerException}; and a {@link dev.wit4j.Trap} if a host function calls the
     * very worker whose call it is in, and which cannot answer before that is over.
     */
    public E exports() {
        return world.exports(this::invoker);
    }

    /**
     * The same worker for one call under an idempotency key: the same call with the same key is made once, however often it is
     * asked for, and has the same answer. Without a key every call has one of its own.
     */
    public Worker<E> withKey(String idempotencyKey) {
        return new Worker<>(host, id, world, Optional.of(idempotencyKey));
    }

    /**
     * Has one function called, without waiting for it: {@code worker.submit(exports -> exports.api().get("bucket", "key"))}. When
     * this returns, the call is durable: it will be made, also after a restart.
     *
     * @param call makes the call, and may make something of its result or catch its error. It is run twice: now, up to the call,
     *     which is where its arguments come from; and again when there is an answer. So it should do nothing else
     * @return what {@code call} returns; completed exceptionally with what it throws
     * @throws IllegalArgumentException if {@code call} calls nothing
     */
    public <T extends @Nullable Object> CompletableFuture<T> submit(Function<? super E, ? extends T> call) {
        NotedCall<E, T> noted = new NotedCall<>(world, call);
        return invoker(noted.item()).submit(noted.function(), noted.arguments(), noted::answered);
    }

    /** Has one function called that has no result, or none that matters, as {@link #submit(Function)} does. */
    public CompletableFuture<@Nullable Void> send(Consumer<? super E> call) {
        return submit(exports -> {
            call.accept(exports);
            return null;
        });
    }

    /**
     * Has a function called without a generated interface: for a command line, say. Otherwise like {@link #submit(Function)}.
     *
     * @param item the exported item
     * @param function one of its functions
     * @param arguments as for {@link dev.wit4j.component.Invoker#invoke}
     * @return the result, or {@code null} if the function has none; completed exceptionally with what the call would throw
     */
    public CompletableFuture<@Nullable Object> submit(String item, FunctionType function, Object... arguments) {
        return invoker(item).submit(function, arguments, Supplier::get);
    }

    /** What it is doing on this host. */
    public WorkerState state() {
        return host.state(id);
    }

    /**
     * Saves its state, when the invocation that runs, or is to be tried again, is over. The future fails with a
     * {@link SnapshotException} if it cannot be saved, or the worker stops before.
     */
    public CompletableFuture<Void> snapshot() {
        return told(WorkerProcess::snapshot);
    }

    /** Lets its instance and its claim go, when the invocation that runs is over; the next call brings it back. */
    public CompletableFuture<Void> unload() {
        return told(WorkerProcess::unload);
    }

    /** Has it take calls again after it stopped. */
    public CompletableFuture<Void> resume() {
        return told(WorkerProcess::resume);
    }

    /**
     * Deletes it: its memory, what waits for it, and its results; what it wrote to buckets stays. Who waits for an answer gets a
     * {@link WorkerDeletedException}, also if the call runs now, whose next write is refused. When this returns the worker is
     * gone from the store, and a call makes a new one of this name, on whichever host.
     *
     * @throws StorageException if the store cannot be used
     */
    public void delete() {
        host.process(id, process -> {
            process.delete();
            return id;
        });
    }

    /**
     * Ends a call that has not been answered, and is not running at this moment: it waits for its turn or for its next attempt, or
     * it is what stopped the worker, by a divergence, say, which takes calls again then. The failure "cancelled" is recorded as its
     * result; what it wrote stays written. One that runs is over first, and keeps its answer.
     *
     * @param idempotencyKey of the call
     * @return whether it was ended; {@code false} if there is no such call, or it has its answer. Fails with a
     *     {@link WorkerStoppedException} if another host has the worker
     */
    public CompletableFuture<Boolean> cancel(String idempotencyKey) {
        return host.told(host.process(id, process -> process.cancel(idempotencyKey)), done -> done);
    }

    private CompletableFuture<Void> told(Function<WorkerProcess, CompletableFuture<Void>> command) {
        return host.told(host.process(id, command), done -> done);
    }

    private ExportInvoker invoker(String item) {
        return new ExportInvoker(host, id, host.exports(id), item, key);
    }
}
