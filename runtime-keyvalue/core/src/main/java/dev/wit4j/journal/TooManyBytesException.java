package dev.wit4j.journal;

/** The values that were asked for have more bytes together than whoever asked takes. */
public final class TooManyBytesException extends StorageException {
    private static final long serialVersionUID = 1;

    /**
     * Too many.
     *
     * @param bucket where the values are
     * @param bytes how many were allowed
     */
    public TooManyBytesException(String bucket, long bytes) {
        super("the values that were asked for in bucket '" + bucket + "' have more than " + bytes + " bytes together");
    }
}
