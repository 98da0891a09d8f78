package dev.wit4j.memory;

import dev.wit4j.Bytes;
import dev.wit4j.journal.BucketReader;
import dev.wit4j.journal.DeletedException;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.FencedException;
import dev.wit4j.journal.Journal;
import dev.wit4j.journal.Mailbox;
import dev.wit4j.journal.Outcome;
import dev.wit4j.journal.StorageException;
import dev.wit4j.journal.WorkerId;
import java.util.List;
import java.util.function.Consumer;

/** One claim of a worker. */
final class MemoryJournal implements Journal {
    private final MemoryStorage storage;
    private final WorkerId id;
    private final MemoryWorker worker;
    private final long epoch;
    private boolean closed;

    MemoryJournal(MemoryStorage storage, WorkerId id, MemoryWorker worker, long epoch) {
        this.storage = storage;
        this.id = id;
        this.worker = worker;
        this.epoch = epoch;
    }

    @Override
    public long epoch() {
        return epoch;
    }

    @Override
    public long sequence() {
        return storage.locked(() -> worker.sequence);
    }

    @Override
    public List<Snapshot> snapshots() {
        return storage.locked(worker::snapshots);
    }

    @Override
    public void replay(long after, Consumer<Record> records) {
        storage.locked(() -> worker.recordsAfter(after)).forEach(records);
    }

    @Override
    public Outcome commit(Bytes entries, Effect effect) {
        Outcome committed = storage.locked(() -> {
            check();
            long sequence = worker.sequence + 1;
            Outcome outcome = apply(effect, sequence);
            worker.append(new Record(epoch, sequence, entries, outcome));
            return outcome;
        });
        storage.written(effect);
        return committed;
    }

    private void check() {
        if (storage.knownWorker(id) != worker) {
            throw new DeletedException(id);
        }
        if (worker.owner != epoch) {
            throw new FencedException(id);
        }
        if (closed) {
            throw new StorageException("the journal of worker " + id + " is closed");
        }
    }

    private Outcome apply(Effect effect, long sequence) {
        if (effect instanceof Effect.OnBucket onBucket) {
            return storage.unlockedBuckets().applyUnlocked(onBucket, id + "/" + epoch + "-" + sequence);
        }
        if (effect instanceof Effect.Complete complete) {
            worker.complete(complete);
        } else if (effect instanceof Effect.Snapshot snapshot) {
            worker.save(new Snapshot(sequence, snapshot.state()), snapshot.trimBefore());
        } else if (effect instanceof Effect.Enqueue enqueue
                && storage.worker(enqueue.worker()).enqueue(enqueue.invocation()) instanceof Mailbox.State.Conflict) {
            return new Outcome.Refused(Outcome.Reason.CONFLICT);
        }
        return Outcome.DONE;
    }

    @Override
    public BucketReader buckets() {
        return storage.buckets();
    }

    @Override
    public void sync() {
        storage.locked(() -> true);
    }

    @Override
    public void close() {
        closed = true;
    }
}
