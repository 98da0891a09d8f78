package dev.wit4j.journal;

import dev.wit4j.Bytes;
import java.util.List;
import java.util.function.Consumer;

/**
 * The journal of one worker in the hands of its present owner. A commit is one step: either its entries, its effect and the
 * outcome are all there, or nothing is. Use by one thread at a time.
 */
public interface Journal extends AutoCloseable {
    /** The number of this claim, greater than that of every earlier one. */
    long epoch();

    /** The sequence of the last record; 0 if there has never been one. */
    long sequence();

    /**
     * The snapshots that have not been trimmed, newest first.
     *
     * @throws StorageException if the store cannot be read, or what is there is damaged
     */
    List<Snapshot> snapshots();

    /**
     * Gives every record behind {@code after} that has not been trimmed, oldest first.
     *
     * @param after a sequence: that of a snapshot, or 0 for all
     * @throws StorageException if the store cannot be read, or what is there is damaged
     */
    void replay(long after, Consumer<Record> records);

    /**
     * Appends {@code entries}, applies {@code effect}, and records its outcome, as one step. A refused effect is recorded too,
     * with its entries.
     *
     * @param entries encoded by the runtime, opaque to the store
     * @param effect what to do; {@link Effect#NONE} to append alone
     * @return what came of the effect; a refusal is an outcome and recorded as one
     * @throws FencedException if somebody else has claimed the worker, a {@link DeletedException} if it was deleted
     * @throws HistoryLostException if the store no longer holds what it had acknowledged
     * @throws StorageException if the outcome cannot be settled; the worker must stop
     */
    Outcome commit(Bytes entries, Effect effect);

    /** What the buckets hold, this worker's own commits included; not yet durable in every case: see {@link #sync}. */
    BucketReader buckets();

    /**
     * Returns when everything that this journal committed, and everything it read, is durable: the gate that a reply passes.
     *
     * @throws StorageException if that will never be
     */
    void sync();

    /** Gives the claim up without a trace in the journal; a commit behind it throws a {@link StorageException}. */
    @Override
    void close();

    /**
     * A snapshot as it is read back.
     *
     * @param sequence that of the record whose commit saved it: records behind it are not in {@code state}
     * @param state as given to {@link Effect.Snapshot}
     */
    record Snapshot(long sequence, Bytes state) {}

    /**
     * One commit as it is read back.
     *
     * @param epoch the claim that wrote it
     * @param sequence its number in the journal, from 1, without a gap
     * @param entries as given to {@link #commit}; empty for the record of a claim, where a store writes one
     * @param outcome as returned by {@link #commit}
     */
    record Record(long epoch, long sequence, Bytes entries, Outcome outcome) {}
}
