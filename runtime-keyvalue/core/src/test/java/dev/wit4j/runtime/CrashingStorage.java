package dev.wit4j.runtime;

import dev.wit4j.Bytes;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.ForwardingJournal;
import dev.wit4j.journal.ForwardingMailbox;
import dev.wit4j.journal.ForwardingStorage;
import dev.wit4j.journal.Invocation;
import dev.wit4j.journal.Journal;
import dev.wit4j.journal.Mailbox;
import dev.wit4j.journal.Outcome;
import dev.wit4j.journal.Storage;
import dev.wit4j.journal.StorageException;
import dev.wit4j.journal.WorkerId;
import java.util.List;
import java.util.function.Supplier;

/**
 * A store that its host loses at a call that is chosen: before it has an effect or after. From then on every call fails, so that
 * nothing the host still does reaches the store.
 */
final class CrashingStorage extends ForwardingStorage {
    private final long crashAt;
    private final boolean afterTheEffect;
    private long calls;
    private boolean crashed;

    CrashingStorage(Storage storage, long crashAt, boolean afterTheEffect) {
        super(storage);
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
        return new CrashingJournal(call(() -> super.claim(worker)));
    }

    @Override
    public Mailbox mailbox(WorkerId worker) {
        return new CrashingMailbox(super.mailbox(worker));
    }

    /** The store itself outlives its host. */
    @Override
    public void close() {}

    private final class CrashingJournal extends ForwardingJournal {
        CrashingJournal(Journal journal) {
            super(journal);
        }

        @Override
        public List<Snapshot> snapshots() {
            return call(super::snapshots);
        }

        @Override
        public Outcome commit(Bytes entries, Effect effect) {
            return call(() -> super.commit(entries, effect));
        }

        @Override
        public void sync() {
            run(super::sync);
        }
    }

    private final class CrashingMailbox extends ForwardingMailbox {
        CrashingMailbox(Mailbox mailbox) {
            super(mailbox);
        }

        @Override
        public State enqueue(Invocation invocation) {
            return call(() -> super.enqueue(invocation));
        }

        @Override
        public State state(String key) {
            return call(() -> super.state(key));
        }

        @Override
        public Waiting pending(long bytes) {
            return call(() -> super.pending(bytes));
        }

        @Override
        public void sync() {
            run(super::sync);
        }
    }
}
