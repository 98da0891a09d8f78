package dev.wit4j.runtime;

import dev.wit4j.Bytes;
import dev.wit4j.journal.BucketReader;
import dev.wit4j.journal.BucketWatcher;
import dev.wit4j.journal.Buckets;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.Invocation;
import dev.wit4j.journal.Journal;
import dev.wit4j.journal.Mailbox;
import dev.wit4j.journal.Outcome;
import dev.wit4j.journal.Storage;
import dev.wit4j.journal.StorageException;
import dev.wit4j.journal.WorkerId;
import dev.wit4j.journal.Workers;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A store that its host loses at a call that is chosen: before it has an effect or after. From then on every call fails, so that
 * nothing the host still does reaches the store.
 */
final class CrashingStorage implements Storage {
    private final Storage storage;
    private final long crashAt;
    private final boolean afterTheEffect;
    private long calls;
    private boolean crashed;

    CrashingStorage(Storage storage, long crashAt, boolean afterTheEffect) {
        this.storage = storage;
        this.crashAt = crashAt;
        this.afterTheEffect = afterTheEffect;
    }

    /** How many calls there were. */
    synchronized long calls() {
        return calls;
    }

    /** Whether the crash has come. */
    synchronized boolean crashed() {
        return crashed;
    }

    private synchronized <T> T call(Supplier<T> action) {
        if (!crashed) {
            calls++;
            if (calls < crashAt) {
                return action.get();
            }
            crashed = true;
            if (afterTheEffect) {
                action.get();
            }
        }
        throw new StorageException("the host crashed");
    }

    private void run(Runnable action) {
        call(() -> {
            action.run();
            return true;
        });
    }

    @Override
    public Journal claim(WorkerId worker) {
        return new CrashingJournal(call(() -> storage.claim(worker)));
    }

    @Override
    public Mailbox mailbox(WorkerId worker) {
        return new CrashingMailbox(storage.mailbox(worker));
    }

    @Override
    public void watch(BucketWatcher watcher) {
        storage.watch(watcher);
    }

    @Override
    public Workers workers() {
        return storage.workers();
    }

    @Override
    public Buckets buckets() {
        return storage.buckets();
    }

    @Override
    public void close() {}

    private final class CrashingJournal implements Journal {
        private final Journal journal;

        CrashingJournal(Journal journal) {
            this.journal = journal;
        }

        @Override
        public long epoch() {
            return journal.epoch();
        }

        @Override
        public long sequence() {
            return journal.sequence();
        }

        @Override
        public List<Snapshot> snapshots() {
            return call(journal::snapshots);
        }

        @Override
        public void replay(long after, Consumer<Record> records) {
            journal.replay(after, records);
        }

        @Override
        public Outcome commit(Bytes entries, Effect effect) {
            return call(() -> journal.commit(entries, effect));
        }

        @Override
        public BucketReader buckets() {
            return journal.buckets();
        }

        @Override
        public void sync() {
            run(journal::sync);
        }

        @Override
        public void close() {
            journal.close();
        }
    }

    private final class CrashingMailbox implements Mailbox {
        private final Mailbox mailbox;

        CrashingMailbox(Mailbox mailbox) {
            this.mailbox = mailbox;
        }

        @Override
        public State enqueue(Invocation invocation) {
            return call(() -> mailbox.enqueue(invocation));
        }

        @Override
        public State state(String key) {
            return call(() -> mailbox.state(key));
        }

        @Override
        public List<Invocation> pending() {
            return call(mailbox::pending);
        }

        @Override
        public void sync() {
            run(mailbox::sync);
        }
    }
}
