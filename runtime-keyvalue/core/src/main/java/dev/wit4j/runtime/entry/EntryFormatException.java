package dev.wit4j.runtime.entry;

/** Bytes are no entries that this version can read. The message says where and why. */
public final class EntryFormatException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** An exception with its reason. */
    public EntryFormatException(String message) {
        super(message);
    }
}
