package dev.wit4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.Bytes;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.FencedException;
import dev.wit4j.journal.HistoryLostException;
import dev.wit4j.journal.Journal;
import dev.wit4j.journal.Mailbox;
import dev.wit4j.journal.Storage;
import dev.wit4j.journal.WorkerId;
import dev.wit4j.runtime.entry.Entry;
import dev.wit4j.runtime.entry.EntryFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/**
 * The invariants that the worker keeps, by their numbers in the protocol; those that a store keeps are in its own tests, and
 * 11 and 12, which are about snapshots, in {@link SnapshotTest}.
 */
class InvariantsTest extends WorkerTestCase {
    private static final WorkerId ID = new WorkerId("script", "w");

    @Test
    void invariant2AnEntryTakesEffectAtMostOnceWhateverArrivesLate() {
        Worker<ScriptWorld.Guest> worker = start("w");
        worker.exports().run("increment n");
        Journal late = storage.claim(ID);
        assertThat(start("w").exports().run("increment n")).isEqualTo("2");

        assertThatThrownBy(
                        () -> late.commit(Bytes.of((byte) 1), new Effect.Increment("b", "n", 1, Effect.Range.UNSIGNED)))
                .isInstanceOf(FencedException.class);
        assertThat(value("n")).isEqualTo("2");
    }

    @Test
    void invariant4NoCallerSeesAnOutcomeThatCanStillChange() {
        Worker<ScriptWorld.Guest> worker = start("w");
        scriptHost.before = () -> storage.claim(ID);

        assertThatThrownBy(() -> worker.withKey("k").exports().run("get x")).isInstanceOf(WorkerStoppedException.class);
        assertThat(storage.mailbox(ID).state("k")).isEqualTo(new Mailbox.State.Pending());
    }

    @Test
    void invariant7NoSnapshotIsTakenWhileACallOrAnInvocationIsOpen() throws Exception {
        CommittedEntries committed = new CommittedEntries();
        try (WorkerHost host = WorkerHost.on(committed.over(storage))
                .component(started)
                .provider(scriptHost)
                .retry(THREE_ATTEMPTS)
                .build()) {
            Worker<ScriptWorld.Guest> worker = host.worker(started, "w");
            List<CompletableFuture<Void>> taken = new ArrayList<>();
            scriptHost.before = () -> {
                taken.add(worker.snapshot());
                if (taken.size() < 3) {
                    throw new IllegalStateException("not now");
                }
            };
            worker.exports().run("increment n; get x; send a; send b");
            CompletableFuture.allOf(taken.toArray(CompletableFuture[]::new)).get();
        }

        assertThat(committed.kinds()).contains("AttemptFailed", "SnapshotTaken");
        assertThat(committed.mostOpenAtASnapshot()).isZero();
    }

    @Test
    void invariant8WhateverLeavesAWorkerFollowsItsPendingEntries() {
        Worker<ScriptWorld.Guest> worker = start("w");
        List<Long> readsBeforeSending = new ArrayList<>();
        scriptHost.before = () -> {
            if (!scriptHost.sent.isEmpty()) {
                readsBeforeSending.add(
                        entries().stream().filter(Entry.Read.class::isInstance).count());
            }
        };
        assertThatThrownBy(() -> worker.exports().run("get a; get b; send x"))
                .isInstanceOf(WorkerStoppedException.class);

        assertThat(readsBeforeSending).containsExactly(2L);
    }

    @Test
    void invariant9WhateverLeavesTheProcessWaitsUntilItIsDurable() {
        SyncCount count = new SyncCount();
        List<Integer> unsyncedMessages = new ArrayList<>();
        try (WorkerHost host = WorkerHost.on(count.over(storage))
                .component(started)
                .provider(scriptHost)
                .retry(RetryPolicy.NONE)
                .build()) {
            Worker<ScriptWorld.Guest> worker = host.worker(started, "w");
            worker.withKey("k").exports().run("get x; increment n");
            assertThat(count.unsynced()).as("behind a reply").isZero();

            assertThatThrownBy(() -> worker.exports().run("throw no")).isInstanceOf(InvocationFailedException.class);
            assertThat(count.unsynced()).as("behind a failure").isZero();

            int syncs = count.syncs();
            worker.withKey("k").exports().run("get x; increment n");
            assertThat(count.syncs()).as("for a reply that was known").isGreaterThan(syncs);

            scriptHost.before = () -> unsyncedMessages.add(count.unsynced());
            worker.exports().run("increment n; send a");
            assertThat(unsyncedMessages).as("before a message").containsExactly(0);

            syncs = count.syncs();
            worker.submit("test:script/runner", ScriptWorld.RUN, "wait -1");
            assertThat(count.syncs()).as("for the receipt of a call").isGreaterThan(syncs);
        }
    }

    @Test
    void invariant10EveryReplyFollowsAFencedCompletion() {
        Worker<ScriptWorld.Guest> worker = start("w");
        worker.exports().run("say a");
        storage.claim(ID);

        assertThatThrownBy(() -> worker.exports().size()).isInstanceOf(WorkerStoppedException.class);
    }

    @Test
    void invariant15AReaderSeesItsOwnWritesAndThoseOfAReplyItRestsOn() {
        Worker<ScriptWorld.Guest> worker = start("w");

        assertThat(worker.exports().run("increment n; get n; peer increment n; get n"))
                .isEqualTo("1 1 2 2");
    }

    @Test
    void invariant16TheSameKeyMeansTheSameArgumentsAndTheSameAnswerOrAConflict() {
        assertThat(start("w").withKey("k").exports().run("increment n")).isEqualTo("1");

        assertThat(start("w").withKey("k").exports().run("increment n")).isEqualTo("1");
        assertThatThrownBy(() -> start("w").withKey("k").exports().run("increment m"))
                .isInstanceOf(KeyConflictException.class);
        assertThat(value("m")).isEqualTo("absent");
    }

    @Test
    void invariant17ACalleeKeepsItsResultUntilItsCallerHasIt() {
        Worker<ScriptWorld.Guest> worker = start("w");
        scriptHost.before = () -> storage.claim(ID);
        assertThatThrownBy(() -> worker.withKey("k").exports().run("peer increment n; get x"))
                .isInstanceOf(WorkerStoppedException.class);
        scriptHost.before = () -> {};
        host().worker(started, "peer").exports().run("increment n");

        assertThat(start("w").withKey("k").exports().run("peer increment n; get x"))
                .isEqualTo("1 absent");
        assertThat(value("n")).isEqualTo("2");
    }

    /** What is in the journal; takes the worker over. */
    private List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        try (Journal journal = storage.claim(ID)) {
            journal.replay(0, record -> entries.addAll(EntryFormat.decode(record.entries())));
        }
        return entries;
    }

    @Test
    void invariant19LostHistoryIsReportedBeforeTheNextReplyAndTheWorkerGoesBackToWhatIsThere() {
        AtomicBoolean lost = new AtomicBoolean();
        Storage losing = Interception.of(Storage.class, storage, call -> {
            Object result = call.proceed();
            return result instanceof Journal journal
                    ? Interception.of(Journal.class, journal, commit -> {
                        if (commit.method().equals("commit") && lost.getAndSet(false)) {
                            throw new HistoryLostException(ID, "from 7 to 9");
                        }
                        return commit.proceed();
                    })
                    : result;
        });
        try (WorkerHost host =
                WorkerHost.on(losing).component(started).provider(scriptHost).build()) {
            Worker<ScriptWorld.Guest> worker = host.worker(started, "w");
            worker.exports().run("say a");
            lost.set(true);

            assertThatThrownBy(() -> worker.withKey("k").exports().run("say b"))
                    .isInstanceOf(WorkerStoppedException.class)
                    .hasMessageContaining("lost history")
                    .hasMessageContaining("from 7 to 9");
            assertThat(worker.withKey("k").exports().run("say b")).isEqualTo("b");
            assertThat(worker.exports().run("memory")).isEqualTo("a|b");
        }
    }
}
