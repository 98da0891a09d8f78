package dev.wit4j.journal;

/** What the store holds where a bucket would be is something else, that others put there. */
public final class NotABucketException extends StorageException {
    private static final long serialVersionUID = 1;

    /**
     * Something else.
     *
     * @param bucket under whose name
     */
    public NotABucketException(String bucket, Throwable cause) {
        super("the store holds something under the name of bucket '" + bucket + "' that is not a bucket", cause);
    }
}
