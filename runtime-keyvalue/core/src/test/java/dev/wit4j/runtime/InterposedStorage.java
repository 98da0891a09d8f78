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
import dev.wit4j.journal.WorkerId;
import java.util.function.Consumer;

/** A store in front of which a test does something at a chosen moment: another host comes in between, or a reply is lost. */
final class InterposedStorage extends ForwardingStorage {
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
        super(storage);
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
        return new ForwardingJournal(super.claim(worker)) {
            @Override
            public Outcome commit(Bytes entries, Effect effect) {
                Outcome outcome = super.commit(entries, effect);
                afterCommit.accept(effect);
                return outcome;
            }
        };
    }

    @Override
    public Mailbox mailbox(WorkerId worker) {
        atMailbox.run();
        return new ForwardingMailbox(super.mailbox(worker)) {
            @Override
            public State enqueue(Invocation invocation) {
                beforeEnqueue.run();
                State state = super.enqueue(invocation);
                afterEnqueue.run();
                return state;
            }

            @Override
            public Waiting pending(long bytes) {
                beforePending.run();
                return super.pending(bytes);
            }
        };
    }

    /** The store itself belongs to the test. */
    @Override
    public void close() {}
}
