package dev.wit4j.runtime;

import dev.wit4j.journal.WorkerId;

/**
 * The worker stopped before there was an answer, and nothing was recorded: the invocation still waits. Ask again with the same
 * idempotency key for its answer.
 */
public final class WorkerStoppedException extends WorkerException {
    private static final long serialVersionUID = 1;

    WorkerStoppedException(WorkerId worker, String message) {
        super(worker, message);
    }

    WorkerStoppedException(WorkerId worker, String message, Throwable cause) {
        super(worker, message, cause);
    }
}
