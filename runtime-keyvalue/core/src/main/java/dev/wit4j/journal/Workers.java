package dev.wit4j.journal;

import java.util.List;

/** The workers that a store knows. Safe to share between threads. */
public interface Workers {
    /** Every worker with a journal or a mailbox, in the order of their names. */
    List<WorkerId> list();

    /** Those that have invocations waiting: to be recovered at start. */
    List<WorkerId> withPendingInvocations();

    /**
     * Removes a worker with its journal, mailbox and snapshots; its writes to buckets stay. Whoever owns it is fenced.
     *
     * @throws StorageException if the store cannot be used
     */
    void delete(WorkerId worker);
}
