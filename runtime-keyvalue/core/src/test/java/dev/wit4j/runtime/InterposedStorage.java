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
import dev.wit4j.journal.WorkerId;
import dev.wit4j.journal.Workers;
import java.util.List;
import java.util.function.Consumer;

/** A store in front of which a test does something at a chosen moment: another host comes in between, or a reply is lost. */
final class InterposedStorage implements Storage {
    private final Storage storage;

    /** What happens when a mailbox is opened. */
    volatile Runnable atMailbox = () -> {};

    /** What happens before a worker is claimed. */
    volatile Runnable beforeClaim = () -> {};

    /** What happens before a mailbox is asked for what waits. */
    volatile Runnable beforePending = () -> {};

    /** What happens before an invocation is put into the mailbox. */
    volatile Runnable beforeEnqueue = () -> {};

    /** What happens when an invocation is in the mailbox, before its host hears so. */
    volatile Runnable afterEnqueue = () -> {};

    /** What happens when an effect is committed, before its host hears so. */
    volatile Consumer<Effect> afterCommit = effect -> {};

    InterposedStorage(Storage storage) {
        this.storage = storage;
    }

    /** Does {@code action} the first time. */
    static Runnable once(Runnable action) {
        boolean[] done = {false};
        return () -> {
            if (!done[0]) {
                done[0] = true;
                action.run();
            }
        };
    }

    @Override
    public Journal claim(WorkerId worker) {
        beforeClaim.run();
        return new InterposedJournal(storage.claim(worker));
    }

    @Override
    public Mailbox mailbox(WorkerId worker) {
        atMailbox.run();
        return new InterposedMailbox(storage.mailbox(worker));
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

    private final class InterposedJournal implements Journal {
        private final Journal journal;

        InterposedJournal(Journal journal) {
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
            return journal.snapshots();
        }

        @Override
        public void replay(long after, Consumer<Record> records) {
            journal.replay(after, records);
        }

        @Override
        public Outcome commit(Bytes entries, Effect effect) {
            Outcome outcome = journal.commit(entries, effect);
            afterCommit.accept(effect);
            return outcome;
        }

        @Override
        public BucketReader buckets() {
            return journal.buckets();
        }

        @Override
        public void sync() {
            journal.sync();
        }

        @Override
        public void close() {
            journal.close();
        }
    }

    private final class InterposedMailbox implements Mailbox {
        private final Mailbox mailbox;

        InterposedMailbox(Mailbox mailbox) {
            this.mailbox = mailbox;
        }

        @Override
        public State enqueue(Invocation invocation) {
            beforeEnqueue.run();
            State state = mailbox.enqueue(invocation);
            afterEnqueue.run();
            return state;
        }

        @Override
        public State state(String key) {
            return mailbox.state(key);
        }

        @Override
        public List<Invocation> pending() {
            beforePending.run();
            return mailbox.pending();
        }

        @Override
        public void sync() {
            mailbox.sync();
        }
    }
}
