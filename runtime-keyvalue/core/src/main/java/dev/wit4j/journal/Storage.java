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

    /** The buckets, for those who are no worker: what it returns is durable, what it writes is so when it returns. */
    Buckets buckets();

    /** Gives the store back; journals that are still in use can no longer commit. */
    @Override
    void close();
}
