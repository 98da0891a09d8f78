package dev.wit4j.journal;

/**
 * The store did not answer a question, or refused to for a while, and was asked as often as it says. Nothing was changed, and
 * another time it may answer.
 */
public final class UnavailableException extends StorageException {
    private static final long serialVersionUID = 1;

    /** An exception that the last answer, or its lack, led to. */
    public UnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
