package dev.wit4j.embedded;

import dev.wit4j.Bytes;
import dev.wit4j.embedded.change.Change;
import dev.wit4j.embedded.table.Rows;
import dev.wit4j.journal.BucketReader;
import dev.wit4j.journal.DeletedException;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.FencedException;
import dev.wit4j.journal.Journal;
import dev.wit4j.journal.Mailbox;
import dev.wit4j.journal.Outcome;
import dev.wit4j.journal.StorageException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One claim of a worker. */
final class EmbeddedJournal implements Journal {
    /** So many bytes of records are read at once. */
    private static final long READ_AT_ONCE = 1 << 20;

    private final Parts parts;
    private final WorkerState worker;
    private final long epoch;
    private final BucketReader buckets;

    /** The last record that this owner wrote, or that what it read rests on. */
    private long rests;

    private volatile boolean closed;

    /** A claim; {@code worker} is acquired for it. */
    private EmbeddedJournal(Parts parts, WorkerState worker, long epoch, long record) {
        this.parts = parts;
        this.worker = worker;
        this.epoch = epoch;
        rests = record;
        buckets = EmbeddedBuckets.of(parts, seen -> rests = Math.max(rests, seen));
    }

    /** Claims {@code worker}, which is acquired for the claim, and whose mailbox is locked. */
    static EmbeddedJournal claim(Parts parts, WorkerState worker) {
        long epoch = parts.epochs().after(worker.epoch());
        long size = Transaction.sizeWith(0);
        parts.engine().reserve(size);
        var transaction = new Transaction(size, () -> {});
        try {
            worker.createIn(transaction);
            transaction.add(new Change.Claim(worker.number(), epoch));
            transaction.publish(parts.workers().publication(worker, record -> worker.claimed(epoch)));
            return new EmbeddedJournal(parts, worker, epoch, parts.engine().append(transaction));
        } finally {
            if (!transaction.isAppended()) {
                parts.engine().cancel(size);
            }
        }
    }

    @Override
    public long epoch() {
        return epoch;
    }

    @Override
    public long sequence() {
        return worker.sequence();
    }

    @Override
    public List<Snapshot> snapshots() {
        parts.engine().awaitApplied(worker.lastRecord());
        return parts.engine().tables().read(reader -> reader.snapshots(worker.number()));
    }

    @Override
    public void replay(long after, Consumer<Record> records) {
        parts.engine().awaitApplied(worker.lastRecord());
        long last = worker.sequence();
        for (long next = after; next < last; ) {
            List<Record> batch = read(next);
            if (batch.isEmpty()) {
                return;
            }
            batch.forEach(records);
            next = batch.get(batch.size() - 1).sequence();
        }
    }

    private List<Record> read(long after) {
        return parts.engine().tables().read(reader -> {
            Optional<Rows.Worker> row = reader.worker(worker.id());
            return row.isEmpty() || row.get().number() != worker.number()
                    ? List.<Record>of()
                    : reader.journal(row.get(), after, READ_AT_ONCE);
        });
    }

    @Override
    public Outcome commit(Bytes entries, Effect effect) {
        long size = Transaction.sizeWith(entries.size() + sizeOf(effect));
        parts.engine().reserve(size);
        var transaction = new Transaction(size, this::check);
        try {
            return commit(entries, effect, transaction);
        } finally {
            if (!transaction.isAppended()) {
                parts.engine().cancel(size);
            }
        }
    }

    private Outcome commit(Bytes entries, Effect effect, Transaction transaction) {
        check();
        if (effect instanceof Effect.OnBucket onBucket) {
            Supplier<String> write = () -> worker.id() + "/" + epoch + "-" + (worker.sequence() + 1);
            Outcome done = parts.effects().locked(onBucket, () -> {
                Outcome outcome = parts.effects().resolve(onBucket, transaction).value();
                return parts.watches()
                        .telling(
                                parts,
                                onBucket.bucket(),
                                write,
                                transaction,
                                () -> append(entries, outcome, transaction));
            });
            parts.watches().told(onBucket.bucket());
            return done;
        }
        if (effect instanceof Effect.Complete complete) {
            return parts.withMailbox(worker.id(), present -> {
                requireOwn(present);
                parts.mailboxes().complete(worker, complete, transaction);
                return append(entries, Outcome.DONE, transaction);
            });
        }
        if (effect instanceof Effect.Enqueue enqueue) {
            return parts.withMailbox(enqueue.worker(), receiver -> {
                Mailbox.State state = parts.mailboxes().enqueue(receiver, enqueue.invocation(), transaction);
                Outcome outcome = state instanceof Mailbox.State.Conflict
                        ? new Outcome.Refused(Outcome.Reason.CONFLICT)
                        : Outcome.DONE;
                return append(entries, outcome, transaction);
            });
        }
        if (effect instanceof Effect.Snapshot snapshot) {
            transaction.add(new Change.SaveSnapshot(
                    worker.number(), worker.sequence() + 1, snapshot.state(), snapshot.trimBefore()));
        }
        return append(entries, Outcome.DONE, transaction);
    }

    private Outcome append(Bytes entries, Outcome outcome, Transaction transaction) {
        long sequence = worker.sequence() + 1;
        transaction.add(new Change.Append(worker.number(), epoch, sequence, entries, outcome));
        transaction.publish(parts.workers().publication(worker, record -> worker.appended(sequence)));
        rests = Math.max(rests, parts.engine().append(transaction));
        return outcome;
    }

    private long sizeOf(Effect effect) {
        if (effect instanceof Effect.OnBucket onBucket) {
            return BucketEffects.size(onBucket) + parts.watches().size(onBucket);
        }
        if (effect instanceof Effect.Complete complete) {
            return complete.result().size();
        }
        if (effect instanceof Effect.Enqueue enqueue) {
            return enqueue.invocation().content().size();
        }
        return effect instanceof Effect.Snapshot snapshot ? snapshot.state().size() : 0;
    }

    /** Nothing is committed by who is no longer the owner: invariant 2. */
    private void check() {
        if (worker.isDeleted()) {
            throw new DeletedException(worker.id());
        }
        if (worker.epoch() != epoch) {
            throw new FencedException(worker.id());
        }
        if (closed) {
            throw new StorageException("the journal of worker " + worker.id() + " is closed");
        }
    }

    private void requireOwn(WorkerState present) {
        if (present != worker) {
            throw new DeletedException(worker.id());
        }
    }

    @Override
    public BucketReader buckets() {
        return buckets;
    }

    @Override
    public void sync() {
        parts.engine().awaitDurable(rests);
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            parts.workers().release(worker);
        }
    }
}
