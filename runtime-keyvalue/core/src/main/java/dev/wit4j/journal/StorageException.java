package dev.wit4j.journal;

/** The store cannot be used, or cannot say what became of a request. The message says what to do. */
public class StorageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** An exception with its reason. */
    public StorageException(String message) {
        super(message);
    }

    /** An exception that something else led to. */
    public StorageException(String message, Throwable cause) {
        super(message, cause);
    }
}
