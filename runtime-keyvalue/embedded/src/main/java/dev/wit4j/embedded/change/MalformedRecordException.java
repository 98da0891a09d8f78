package dev.wit4j.embedded.change;

/** The bytes of a record are intact, but are not what this version writes. */
public final class MalformedRecordException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** An exception with what is wrong. */
    public MalformedRecordException(String message) {
        super(message);
    }
}
