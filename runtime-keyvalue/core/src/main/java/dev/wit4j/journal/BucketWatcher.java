package dev.wit4j.journal;

import java.util.Set;

/** Says which worker hears of the changes of which bucket. Safe to share between threads; its answers never change. */
public interface BucketWatcher {
    /** The buckets that are watched. */
    Set<String> buckets();

    /** The worker that hears of the changes of one of these buckets. */
    WorkerId worker(String bucket);

    /** The call by which the worker hears of a change: the same whenever it is asked. Its key is made from the change's id. */
    Invocation invocation(BucketChange change);

    /**
     * Calls wait for a worker that may not have been there when it looked last. Called by a thread that wrote, or by one of the
     * store, which holds no lock; it must return soon.
     */
    void enqueued(WorkerId worker);
}
