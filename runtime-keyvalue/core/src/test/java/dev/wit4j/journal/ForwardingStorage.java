package dev.wit4j.journal;

/** A store that passes every call on; a test overrides the calls that it watches, delays or fails. */
public abstract class ForwardingStorage implements Storage {
    private final Storage storage;

    /** One in front of {@code storage}. */
    protected ForwardingStorage(Storage storage) {
        this.storage = storage;
    }

    @Override
    public Journal claim(WorkerId worker) {
        return storage.claim(worker);
    }

    @Override
    public Mailbox mailbox(WorkerId worker) {
        return storage.mailbox(worker);
    }

    @Override
    public Workers workers() {
        return storage.workers();
    }

    @Override
    public void watch(BucketWatcher watcher) {
        storage.watch(watcher);
    }

    @Override
    public Buckets buckets() {
        return storage.buckets();
    }

    @Override
    public void close() {
        storage.close();
    }
}
