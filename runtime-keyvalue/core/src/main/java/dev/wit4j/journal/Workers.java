package dev.wit4j.journal;

import java.util.List;

/** The workers that a store knows. Safe to share between threads. */
public interface Workers {
    /** Every worker that was ever claimed or had an invocation enqueued, ordered by component, then by name. */
    List<WorkerId> list();

    /** Those that have invocations waiting, in the same order: to be recovered at start. */
    List<WorkerId> withPendingInvocations();

    /**
     * Removes a worker with its journal, mailbox and snapshots; its writes to buckets stay. Whoever owns it is fenced
     * for good by a {@link DeletedException}, also when a worker of the same name begins anew. Does nothing if there is no such worker.
     *
     * @throws StorageException if the store cannot be used
     */
    void delete(WorkerId worker);
}
