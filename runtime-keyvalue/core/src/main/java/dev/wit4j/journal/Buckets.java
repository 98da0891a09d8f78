package dev.wit4j.journal;

/** Buckets for those who are no worker: tools, tests, pages. Safe to share between threads. */
public interface Buckets extends BucketReader {
    /**
     * Applies an effect outside of any journal.
     *
     * @throws StorageException if it cannot be known whether it was applied
     */
    Outcome apply(Effect.OnBucket effect);
}
