package dev.wit4j.memory;

import dev.wit4j.journal.BucketChange;
import dev.wit4j.journal.BucketWatcher;
import dev.wit4j.journal.Buckets;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.Journal;
import dev.wit4j.journal.Mailbox;
import dev.wit4j.journal.Storage;
import dev.wit4j.journal.StorageException;
import dev.wit4j.journal.WorkerId;
import dev.wit4j.journal.Workers;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A store in memory. Everything happens under one lock, which is how a commit is one step; nothing survives the process, so
 * everything is as durable as it gets at once.
 */
public final class MemoryStorage implements Storage {
    private final Map<WorkerId, MemoryWorker> workers = new TreeMap<>();
    private final MemoryBuckets buckets;
    private final InstantSource clock;
    private long lastEpoch;
    private boolean closed;
    private @Nullable BucketWatcher watcher;

    /** An empty store; keys and results expire by the system's clock. */
    public MemoryStorage() {
        this(InstantSource.system());
    }

    /** An empty store; keys and results expire by {@code clock}. */
    public MemoryStorage(InstantSource clock) {
        this.clock = clock;
        buckets = new MemoryBuckets(this, clock);
    }

    @Override
    public Journal claim(WorkerId id) {
        return locked(() -> {
            MemoryWorker worker = worker(id);
            worker.owner = ++lastEpoch;
            return new MemoryJournal(this, id, worker, lastEpoch);
        });
    }

    @Override
    public Mailbox mailbox(WorkerId id) {
        return new MemoryMailbox(this, id);
    }

    @Override
    public Workers workers() {
        return new MemoryWorkers();
    }

    @Override
    public void watch(BucketWatcher now) {
        locked(() -> watcher = now);
    }

    @Override
    public Buckets buckets() {
        return buckets;
    }

    /** Whether somebody hears of the changes of {@code bucket}; call with the lock. */
    boolean isWatched(String bucket) {
        return watcher != null && watcher.buckets().contains(bucket);
    }

    /** Tells the one who watches of a change; call with the lock. */
    void tell(BucketChange change) {
        if (watcher != null) {
            worker(watcher.worker(change.bucket())).enqueue(watcher.invocation(change));
        }
    }

    /** An effect was committed; call without the lock. */
    void written(Effect effect) {
        BucketWatcher present = locked(() -> watcher);
        if (present != null
                && effect instanceof Effect.OnBucket onBucket
                && present.buckets().contains(onBucket.bucket())) {
            present.enqueued(present.worker(onBucket.bucket()));
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
    }

    /** Runs {@code action} with the store to itself. */
    synchronized <T extends @Nullable Object> T locked(Supplier<T> action) {
        if (closed) {
            throw new StorageException("the store is closed");
        }
        return action.get();
    }

    /** The state of a worker, made if there is none; call with the lock. */
    MemoryWorker worker(WorkerId id) {
        return workers.computeIfAbsent(id, absent -> new MemoryWorker(clock));
    }

    /** The state of a worker, if there is any; call with the lock. */
    @Nullable
    MemoryWorker knownWorker(WorkerId id) {
        return workers.get(id);
    }

    /** The buckets without the lock; call with it. */
    MemoryBuckets unlockedBuckets() {
        return buckets;
    }

    private final class MemoryWorkers implements Workers {
        @Override
        public List<WorkerId> list() {
            return locked(() -> List.copyOf(workers.keySet()));
        }

        @Override
        public List<WorkerId> withPendingInvocations() {
            return locked(() -> workers.entrySet().stream()
                    .filter(entry -> entry.getValue().hasPending())
                    .map(Map.Entry::getKey)
                    .toList());
        }

        @Override
        public void delete(WorkerId worker) {
            locked(() -> workers.remove(worker));
        }
    }
}
