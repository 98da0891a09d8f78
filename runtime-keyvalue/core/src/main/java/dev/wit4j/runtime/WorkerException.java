package dev.wit4j.runtime;

import dev.wit4j.journal.WorkerId;

/** A call of a worker came to something other than an answer that its function declares. */
public abstract sealed class WorkerException extends RuntimeException
        permits InvocationFailedException, KeyConflictException, WorkerDeletedException, WorkerStoppedException {
    private static final long serialVersionUID = 1;

    private final transient WorkerId worker;

    WorkerException(WorkerId worker, String message) {
        super("worker " + worker + ": " + message);
        this.worker = worker;
    }

    WorkerException(WorkerId worker, String message, Throwable cause) {
        super("worker " + worker + ": " + message, cause);
        this.worker = worker;
    }

    /** The worker that was called. */
    public WorkerId worker() {
        return worker;
    }
}
