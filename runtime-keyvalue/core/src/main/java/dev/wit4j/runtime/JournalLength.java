package dev.wit4j.runtime;

import dev.wit4j.journal.WorkerId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How much a worker has to replay when it is brought back: grows until a snapshot is taken, and is warned of when it is much. */
final class JournalLength {
    /** What takes some tenths of a second to some seconds to replay, and some ten megabytes to keep. */
    static final long MANY_ENTRIES = 100_000;

    private static final Logger LOG = LoggerFactory.getLogger(JournalLength.class);

    private final WorkerId worker;
    private long start;
    private boolean warned;

    /**
     * The length of a journal.
     *
     * @param start the index of the first entry that is replayed
     */
    JournalLength(WorkerId worker, long start) {
        this.worker = worker;
        this.start = start;
    }

    /** A snapshot lets all entries before {@code index} go. */
    void startsAt(long index) {
        start = index;
        warned = false;
    }

    /**
     * The journal goes on at {@code index}.
     *
     * @return whether a warning was given, which is so once
     */
    boolean reached(long index) {
        if (warned || index - start < MANY_ENTRIES) {
            return false;
        }
        warned = true;
        LOG.warn(
                "worker {} has {} journal entries to replay whenever it is brought back; to have fewer, let its guest"
                        + " implement Checkpoint, and choose a SnapshotPolicy",
                worker,
                index - start);
        return true;
    }
}
