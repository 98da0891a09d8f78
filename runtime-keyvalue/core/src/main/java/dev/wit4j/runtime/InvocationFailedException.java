package dev.wit4j.runtime;

import dev.wit4j.journal.WorkerId;

/**
 * The invocation was given up: the guest failed in a way that its function does not declare. That is recorded as its result,
 * the same whenever it is asked for. The worker is as it was before; what the invocation wrote stays written.
 */
public final class InvocationFailedException extends WorkerException {
    private static final long serialVersionUID = 1;

    InvocationFailedException(WorkerId worker, String message) {
        super(worker, "the invocation failed: " + message);
    }
}
