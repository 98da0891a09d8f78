package dev.wit4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.Bytes;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.ForwardingJournal;
import dev.wit4j.journal.ForwardingStorage;
import dev.wit4j.journal.Journal;
import dev.wit4j.journal.Outcome;
import dev.wit4j.journal.Storage;
import dev.wit4j.journal.WorkerId;
import dev.wit4j.runtime.entry.Entry;
import dev.wit4j.runtime.entry.EntryFormat;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** States are saved, and what lies before them is no longer needed. */
class SnapshotTest extends WorkerTestCase {
    private static final WorkerId ID = new WorkerId("script", "w");

    @Test
    void aWorkerStartsFromItsSnapshotAndReplaysWhatIsBehindIt() throws Exception {
        Worker<ScriptWorld.Guest> worker = start("w");
        worker.exports().run("say a; get k");
        worker.snapshot().get();
        worker.exports().run("increment n; get l");
        AtomicInteger lines = new AtomicInteger();

        Worker<ScriptWorld.Guest> again = start("w", imports -> new ScriptGuest(imports) {
            @Override
            String line(String[] words) {
                lines.incrementAndGet();
                return super.line(words);
            }
        });
        assertThat(again.exports().run("memory; increment n")).isEqualTo("a|absent|1|absent 2");
        assertThat(lines).hasValue(4);
    }

    @Test
    void invariant11ReplayFromAnySnapshotEqualsReplayFromTheStartAndAFailedCallChangesNoMemory() throws Exception {
        Worker<ScriptWorld.Guest> worker = start("w");
        for (int i = 0; i < 4; i++) {
            worker.exports().run("say " + i + "; increment n; get n; peer increment m");
            worker.snapshot().get();
            assertThatThrownBy(() -> worker.exports().run("increment f; throw no"))
                    .isInstanceOf(InvocationFailedException.class);
        }
        String fromNewest = start("w").exports().run("memory");
        String fromOlder = start("w", RefusingGuest::new).exports().run("memory");

        assertThat(fromNewest).isEqualTo("0|1|1|1|1|2|2|2|2|3|3|3|3|4|4|4");
        assertThat(fromOlder).startsWith(fromNewest + "|");
    }

    @Test
    void invariant12TrimmingKeepsTheTailOfTheLastSnapshotButOneAndEveryResult() throws Exception {
        Worker<ScriptWorld.Guest> worker = start("w");
        for (int i = 0; i < 3; i++) {
            worker.withKey("k" + i).exports().run("say " + i);
            worker.snapshot().get();
        }

        try (Journal journal = storage.claim(ID)) {
            assertThat(journal.snapshots()).hasSize(2);
            List<Entry> entries = new ArrayList<>();
            journal.replay(0, record -> entries.addAll(EntryFormat.decode(record.entries())));
            assertThat(entries.get(0)).isEqualTo(new Entry.SnapshotTaken());
            assertThat(entries).filteredOn(Entry.Started.class::isInstance).hasSize(1);
        }
        assertThat(start("w").withKey("k0").exports().run("say 0")).isEqualTo("0");
        assertThat(start("w").exports().run("memory")).isEqualTo("0|1|2");
    }

    @Test
    void aStateThatCannotBeLoadedIsNotSaved() {
        Worker<ScriptWorld.Guest> worker = start("w", imports -> new ScriptGuest(imports) {
            @Override
            public void load(Bytes state) {
                throw new IllegalStateException("I forgot how");
            }
        });
        worker.exports().run("say a");

        assertThatThrownBy(() -> worker.snapshot().get())
                .hasCauseInstanceOf(SnapshotException.class)
                .hasMessageContaining("I forgot how");
        try (Journal journal = storage.claim(ID)) {
            assertThat(journal.snapshots()).isEmpty();
        }
        assertThat(start("w").exports().run("memory")).isEqualTo("a");
    }

    @Test
    void aStateOfWhichLoadDropsAPartIsNotSavedAndNothingIsTrimmed() {
        Worker<ScriptWorld.Guest> worker = start("w", imports -> new ScriptGuest(imports) {
            @Override
            public void load(Bytes state) {
                super.load(state.slice(0, state.size() / 2));
            }
        });
        for (int i = 0; i < 3; i++) {
            worker.exports().run("say ab" + i);
            assertThatThrownBy(() -> worker.snapshot().get())
                    .hasCauseInstanceOf(SnapshotException.class)
                    .hasMessageContaining("worker script/w is not saved")
                    .hasMessageContaining("differ from byte ");
        }

        assertThat(entries()).doesNotContain(new Entry.SnapshotTaken());
        assertThat(start("w").exports().run("memory")).isEqualTo("ab0|ab1|ab2");
    }

    @Test
    void aGuestWithoutAnOrderOfWhatItSavesGoesOnWithoutSnapshots() {
        AtomicInteger saved = new AtomicInteger();
        Worker<ScriptWorld.Guest> worker = start(
                "w",
                imports -> new ScriptGuest(imports) {
                    @Override
                    public Bytes save() {
                        return saved.incrementAndGet() % 2 == 0 ? Bytes.utf8("a\nb") : Bytes.utf8("b\na");
                    }
                },
                host -> host.snapshots(new SnapshotPolicy.Every(1)));
        worker.exports().run("say a");
        worker.exports().run("say b");

        assertThat(saved).as("asked again only when it is loaded anew").hasValue(2);
        assertThat(entries()).doesNotContain(new Entry.SnapshotTaken());
        assertThat(start("w").exports().run("memory")).isEqualTo("a|b");
    }

    @Test
    void aSnapshotThatTheStoreGaveUpIsReportedAndTheWorkerGoesOn() {
        Storage givesUpSnapshots = new ForwardingStorage(new InterposedStorage(storage)) {
            @Override
            public Journal claim(WorkerId worker) {
                return new ForwardingJournal(super.claim(worker)) {
                    @Override
                    public Outcome commit(Bytes entries, Effect effect) {
                        if (!(effect instanceof Effect.Snapshot)) {
                            return super.commit(entries, effect);
                        }
                        super.commit(entries, Effect.NONE);
                        return new Outcome.Failed("for the test");
                    }
                };
            }
        };
        try (WorkerHost host = WorkerHost.on(givesUpSnapshots)
                .component(started)
                .provider(scriptHost)
                .snapshots(new SnapshotPolicy.Every(1))
                .build()) {
            Worker<ScriptWorld.Guest> worker = host.worker(started, "w");
            assertThat(worker.exports().run("say a; increment n")).isEqualTo("a 1");
            assertThatThrownBy(() -> worker.snapshot().get())
                    .hasCauseInstanceOf(SnapshotException.class)
                    .hasMessageContaining("worker script/w is not saved")
                    .hasMessageContaining("for the test");
            assertThat(worker.exports().run("memory")).isEqualTo("a|1");
        }
        assertThat(start("w").exports().run("memory")).isEqualTo("a|1|a|1");
    }

    @Test
    void aGuestThatSavesNothingHasNoSnapshots() {
        var component = component(imports -> (ScriptWorld.Guest) new SilentGuest());
        try (WorkerHost host = WorkerHost.on(storage)
                .component(component)
                .provider(scriptHost)
                .snapshots(new SnapshotPolicy.Every(1))
                .build()) {
            Worker<ScriptWorld.Guest> worker = host.worker(component, "w");
            assertThat(worker.exports().run("x")).isEqualTo("x");
            assertThatThrownBy(() -> worker.snapshot().get()).hasCauseInstanceOf(SnapshotException.class);
            assertThat(worker.exports().run("y")).isEqualTo("y");
        }
    }

    @Test
    void whenNoSnapshotCanBeLoadedAndTheBeginningIsTrimmedTheWorkerStops() throws Exception {
        Worker<ScriptWorld.Guest> worker = start("w");
        for (int i = 0; i < 3; i++) {
            worker.exports().run("say " + i);
            worker.snapshot().get();
        }
        Worker<ScriptWorld.Guest> changed = start("w", imports -> new SilentGuest());

        assertThatThrownBy(() -> changed.exports().run("x"))
                .isInstanceOf(WorkerStoppedException.class)
                .hasMessageContaining("trimmed, and none of its 2 snapshots can be loaded")
                .hasMessageContaining("; the newest: worker script/w has a snapshot, but its guest is no Checkpoint")
                .hasRootCauseInstanceOf(SnapshotException.class)
                .cause()
                .satisfies(all -> assertThat(all.getSuppressed()).hasOnlyElementsOfType(SnapshotException.class));
    }

    @Test
    void aSnapshotWhoseLoadFailsWithAnErrorIsPassedOverForTheOneBefore() throws Exception {
        Worker<ScriptWorld.Guest> worker = start("w");
        worker.exports().run("say a");
        worker.snapshot().get();
        worker.exports().run("say b");
        worker.snapshot().get();
        String newest = "a\nb";

        for (Error error : List.of(
                new AssertionError("b is no word"),
                new StackOverflowError(),
                new ExceptionInInitializerError("its tables have gone"))) {
            Worker<ScriptWorld.Guest> changed = start("w", imports -> new ScriptGuest(imports) {
                @Override
                public void load(Bytes state) {
                    if (state.toUtf8String().equals(newest)) {
                        throw error;
                    }
                    super.load(state);
                }
            });
            assertThat(changed.exports().size()).as(error.toString()).isEqualTo(2);
        }
    }

    @Test
    void aSnapshotIsNotPassedOverBecauseTheHostHasNoMemory() throws Exception {
        Worker<ScriptWorld.Guest> worker = start("w");
        worker.exports().run("say a");
        worker.snapshot().get();
        worker.exports().run("say b");
        worker.snapshot().get();
        List<String> loaded = new ArrayList<>();
        Worker<ScriptWorld.Guest> again = start("w", imports -> new ScriptGuest(imports) {
            @Override
            public void load(Bytes state) {
                loaded.add(state.toUtf8String());
                if (loaded.size() == 1) {
                    throw new OutOfMemoryError("of the test");
                }
                super.load(state);
            }
        });

        assertThat(again.exports().size()).isEqualTo(2);
        assertThat(loaded).containsExactly("a\nb", "a\nb");
    }

    @Test
    void aGuestWhoseSaveRecursesForEverGoesOnWithoutSnapshots() {
        Worker<ScriptWorld.Guest> worker = start(
                "w",
                imports -> new ScriptGuest(imports) {
                    @Override
                    public Bytes save() {
                        return save();
                    }
                },
                host -> host.snapshots(new SnapshotPolicy.Every(1)));
        worker.exports().run("say a");

        assertThat(worker.exports().run("memory")).isEqualTo("a");
        assertThat(worker.state()).isNotInstanceOf(WorkerState.Stopped.class);
        assertThat(entries()).doesNotContain(new Entry.SnapshotTaken());
    }

    @Test
    void aWorkerThatHasNothingToStartFromIsNotBroughtBackAgain() throws Exception {
        Worker<ScriptWorld.Guest> worker = start("w");
        for (int i = 0; i < 3; i++) {
            worker.exports().run("say " + i);
            worker.snapshot().get();
        }
        AtomicInteger loads = new AtomicInteger();
        Worker<ScriptWorld.Guest> changed = start("w", imports -> new ScriptGuest(imports) {
            @Override
            public void load(Bytes state) {
                loads.incrementAndGet();
                throw new IllegalStateException("no longer");
            }
        });

        assertThatThrownBy(() -> changed.exports().run("x")).isInstanceOf(WorkerStoppedException.class);
        assertThat(loads).as("each of the two snapshots, once").hasValue(2);
    }

    @Test
    void aSnapshotOfAFormatThatIsUnknownHereIsPassedOverForTheOneBefore() throws Exception {
        Worker<ScriptWorld.Guest> worker = start("w");
        worker.exports().run("say a");
        worker.snapshot().get();
        worker.exports().run("increment n");
        addSnapshot(Bytes.of((byte) 3, (byte) 77));

        assertThat(start("w").exports().run("memory; increment n")).isEqualTo("a|1 2");
    }

    @Test
    void whenTheOnlySnapshotIsOfAFormatThatIsUnknownHereTheWorkerStartsFromTheBeginning() {
        start("w").exports().run("say a");
        addSnapshot(Bytes.of((byte) 3, (byte) 77));

        assertThat(start("w").exports().run("memory")).isEqualTo("a");
    }

    @Test
    void aSnapshotOfTheFirstFormatIsStillLoaded() {
        start("w").exports().run("say a; increment n");
        List<Entry> entries = entries();
        long incarnation = ((Entry.Created) entries.get(0)).incarnation();
        addSnapshot(Bytes.wrap(ByteBuffer.allocate(20)
                .put((byte) 1)
                .putLong(entries.size() + 1)
                .putLong(incarnation)
                .put((byte) 2)
                .put((byte) 'o')
                .put((byte) 'k')
                .array()));

        assertThat(start("w").exports().run("memory; increment n")).isEqualTo("ok 2");
        assertThat(start("w").exports().run("memory")).isEqualTo("ok|ok|2");
    }

    /** As if another version of this software had taken a snapshot. */
    private void addSnapshot(Bytes state) {
        try (Journal journal = storage.claim(ID)) {
            journal.commit(EntryFormat.encode(List.of(new Entry.SnapshotTaken())), new Effect.Snapshot(state, 0));
        }
    }

    private List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        try (Journal journal = storage.claim(ID)) {
            journal.replay(0, record -> entries.addAll(EntryFormat.decode(record.entries())));
        }
        return entries;
    }

    @Test
    void aNewVersionThatWouldDivergeStartsFromTheSnapshot() throws Exception {
        Worker<ScriptWorld.Guest> worker = start("w");
        worker.exports().run("increment n");
        worker.snapshot().get();
        Worker<ScriptWorld.Guest> changed = start("w", imports -> new ScriptGuest(imports) {
            @Override
            String line(String[] words) {
                return words[0].equals("increment") ? "no longer" : super.line(words);
            }
        });

        assertThat(changed.exports().run("memory; increment n")).isEqualTo("1 no longer");
        assertThat(value("n")).isEqualTo("1");
    }

    @Test
    void aPolicySavesAfterEverySoManyInvocations() {
        Worker<ScriptWorld.Guest> worker =
                start("w", ScriptGuest::new, host -> host.snapshots(new SnapshotPolicy.Every(3)));
        for (int i = 0; i < 7; i++) {
            worker.exports().run("say " + i);
        }

        try (Journal journal = storage.claim(ID)) {
            assertThat(journal.snapshots()).hasSize(2);
        }
        assertThat(start("w").exports().run("memory")).isEqualTo("0|1|2|3|4|5|6");
    }

    @Test
    void aPolicySavesBeforeAnIdleWorkerIsUnloaded() {
        Worker<ScriptWorld.Guest> worker = start(
                "w",
                ScriptGuest::new,
                host -> host.snapshots(new SnapshotPolicy.OnIdle()).idleAfter(Duration.ofMillis(2)));
        worker.exports().run("say a");
        while (!(worker.state() instanceof WorkerState.Unloaded)) {
            Thread.onSpinWait();
        }

        try (Journal journal = storage.claim(ID)) {
            assertThat(journal.snapshots()).hasSize(1);
        }
    }

    /** Cannot load the newest state it meets. */
    private static final class RefusingGuest extends ScriptGuest {
        private static final Set<String> REFUSED = new HashSet<>();

        RefusingGuest(ScriptWorld.Imports imports) {
            super(imports);
        }

        @Override
        public void load(Bytes state) {
            if (REFUSED.isEmpty()) {
                REFUSED.add(state.toUtf8String());
                throw new IllegalStateException("not this one");
            }
            super.load(state);
        }
    }

    /** Answers what it is asked, and remembers nothing. */
    private static final class SilentGuest implements ScriptWorld.Guest {
        @Override
        public String run(String script) {
            return script;
        }

        @Override
        public long size() {
            return 0;
        }
    }
}
