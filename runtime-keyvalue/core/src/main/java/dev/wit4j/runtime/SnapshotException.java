package dev.wit4j.runtime;

/** The state of a worker could not be saved or loaded. Its journal is as it was. */
public final class SnapshotException extends RuntimeException {
    private static final long serialVersionUID = 1;

    SnapshotException(String message) {
        super(message);
    }

    SnapshotException(String message, Throwable cause) {
        super(message, cause);
    }
}
