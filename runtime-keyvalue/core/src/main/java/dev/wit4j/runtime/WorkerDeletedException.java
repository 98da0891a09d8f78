package dev.wit4j.runtime;

import dev.wit4j.journal.WorkerId;

/**
 * The worker was deleted before there was an answer, and the call went with it; what it had written stays. The next call makes a
 * new worker of this name.
 */
public final class WorkerDeletedException extends WorkerException {
    private static final long serialVersionUID = 1;

    WorkerDeletedException(WorkerId worker) {
        super(worker, "was deleted before the call was answered");
    }
}
