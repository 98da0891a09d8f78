package dev.wit4j.embedded.change;

import dev.wit4j.Bytes;
import dev.wit4j.journal.Outcome;
import dev.wit4j.journal.WorkerId;
import java.util.OptionalLong;

/** One change of what the store holds. Workers go by a number here, which is not used again when one is deleted. */
public sealed interface Change {
    /**
     * A key has a value.
     *
     * @param expires when it vanishes, in milliseconds of the epoch; empty for never
     */
    record Put(Place place, Bytes value, OptionalLong expires) implements Change {}

    /** A key is absent. */
    record Remove(Place place) implements Change {}

    /** There is a worker. */
    record CreateWorker(long worker, WorkerId id) implements Change {}

    /** A worker is gone, with its journal, mailbox and snapshots. */
    record DeleteWorker(long worker) implements Change {}

    /** A worker has an owner. */
    record Claim(long worker, long epoch) implements Change {}

    /** A journal has another record. */
    record Append(long worker, long epoch, long sequence, Bytes entries, Outcome outcome) implements Change {}

    /** An invocation waits; its place in the queue is the number of the record that says so. */
    record Enqueue(long worker, String key, Bytes content) implements Change {}

    /**
     * An invocation is done.
     *
     * @param expires when its result vanishes, in milliseconds of the epoch; empty for never
     */
    record Complete(long worker, String key, Bytes result, OptionalLong expires) implements Change {}

    /** There is a snapshot; records and snapshots before {@code trimBefore} are gone. */
    record SaveSnapshot(long worker, long sequence, Bytes state, long trimBefore) implements Change {}
}
