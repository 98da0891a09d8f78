package dev.wit4j.runtime;

import dev.wit4j.journal.WorkerId;

/** The idempotency key was used before, for another function or other arguments. Nothing was called. */
public final class KeyConflictException extends WorkerException {
    private static final long serialVersionUID = 1;

    KeyConflictException(WorkerId worker, String key) {
        super(
                worker,
                "the idempotency key '" + key
                        + "' was used before for another function or other arguments; take a new key for a new call");
    }
}
