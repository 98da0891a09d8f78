package dev.wit4j.journal;

/** A store of journals, mailboxes and buckets. Safe to share between threads. */
public interface Storage extends AutoCloseable {
    /**
     * Takes a worker over: whoever owned it before can no longer commit.
     *
     * @return its journal, with what earlier owners committed
     * @throws StorageException if the store cannot be used
     */
    Journal claim(WorkerId worker);

    /** The invocations that wait for a worker, and their results; needs no claim. */
    Mailbox mailbox(WorkerId worker);

    /** The workers that the store knows. */
    Workers workers();

    /**
     * From now on each change of a bucket that {@code watcher} watches becomes an invocation in the mailbox of the worker that
     * hears of it: once, and for each key in the order of its changes. It is derived from what was committed, so that no failure
     * comes in between, but may be enqueued a while later. What changes a key is a write that is done: a removal of an absent
     * key is none, nor is an expiry. Of several changes of a key in one write there is the last.
     *
     * <p>An earlier watcher is replaced; what it watched may go on being recorded until it is watched again.
     *
     * @throws StorageException if the store cannot be used
     */
    void watch(BucketWatcher watcher);

    /** The buckets, for those who are no worker: what it returns is durable, what it writes is so when it returns. */
    Buckets buckets();

    /** Gives the store back; journals that are still in use can no longer commit. */
    @Override
    void close();
}
