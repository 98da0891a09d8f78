package dev.wit4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.Bytes;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.Journal;
import dev.wit4j.journal.WorkerId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What is journaled is answered from the journal, and a component that does something else is stopped before it writes. */
class ReplayTest extends WorkerTestCase {
    @Test
    void theStoreIsNotAskedForWhatIsJournaled() {
        set("k", "before");
        start("w").exports().run("get k; get k; increment n");
        assertThat(scriptHost.read).hasSize(2);
        set("k", "after");
        Worker<ScriptWorld.Guest> again = start("w");

        assertThat(again.exports().run("memory; get k")).isEqualTo("before|before|1 after");
        assertThat(scriptHost.read).hasSize(3);
        assertThat(value("n")).isEqualTo("1");
    }

    @Test
    void streamsOfTheGuestAreReadToTheirEndsAlsoWhenTheHostThatReadSomeIsNotCalled() {
        assertThat(start("w").exports().run("first 3")).isEqualTo("[1, 2, 1] of [3, 4, 1]");

        assertThat(start("w").exports().run("memory")).isEqualTo("[1, 2, 1] of [3, 4, 1]");
        assertThat(scriptHost.sent).containsExactly("first");
    }

    @Test
    void replayWritesNothing() {
        start("w").exports().run("get k; increment n");
        long records = records();
        start("w").exports().size();

        assertThat(records()).isEqualTo(records + 1);
    }

    @Test
    void anotherFunctionOnReplayIsADivergenceWithItsIndex() {
        start("w").exports().run("say a; get k; get l; increment n");
        Worker<ScriptWorld.Guest> changed = start("w", imports -> new ChangedGuest(imports, "get l", "increment l"));

        assertThatThrownBy(() -> changed.exports().size())
                .isInstanceOf(WorkerStoppedException.class)
                .hasCauseInstanceOf(DivergenceTrap.class)
                .hasMessageContaining("worker script/w diverged at journal entry 3")
                .hasMessageContaining("expected: test:script/host#get")
                .hasMessageContaining("came:     test:script/host#increment(\"l\", 1)")
                .hasMessageContaining("run the version that recorded it");
        assertThat(value("l")).isEqualTo("absent");
        assertThat(value("n")).isEqualTo("1");
    }

    @Test
    void otherArgumentsOnReplayAreADivergence() {
        start("w").exports().run("get k; increment n");
        Worker<ScriptWorld.Guest> changed =
                start("w", imports -> new ChangedGuest(imports, "increment n", "increment m"));

        assertThatThrownBy(() -> changed.exports().size())
                .hasCauseInstanceOf(DivergenceTrap.class)
                .hasMessageContaining("journal entry 3")
                .hasMessageContaining("expected: test:script/host#increment with other arguments, of hash")
                .hasMessageContaining("came:     test:script/host#increment(\"m\", 1)");
        assertThat(value("m")).isEqualTo("absent");
    }

    @Test
    void aCallTooManyOnReplayIsADivergenceAndNotMade() {
        start("w").exports().run("increment n");
        Worker<ScriptWorld.Guest> changed =
                start("w", imports -> new ChangedGuest(imports, "increment n", "increment n", "increment m"));

        assertThatThrownBy(() -> changed.exports().size())
                .hasCauseInstanceOf(DivergenceTrap.class)
                .hasMessageContaining("journal entry 3")
                .hasMessageContaining("expected: the end of the invocation");
        assertThat(value("m")).isEqualTo("absent");
    }

    @Test
    void aCallMissingOnReplayIsADivergence() {
        start("w").exports().run("increment n; get k");
        Worker<ScriptWorld.Guest> changed = start("w", imports -> new ChangedGuest(imports, "get k", "say absent"));

        assertThatThrownBy(() -> changed.exports().size())
                .hasCauseInstanceOf(DivergenceTrap.class)
                .hasMessageContaining("expected: call of test:script/host#get")
                .hasMessageContaining("came:     the end of the invocation");
    }

    /** Before any call is taken: what follows in the journal is no reason to go on. */
    @Test
    void aCallMissingInAnInvocationThatOthersFollowIsADivergence() {
        start("w").exports().run("increment n; get k");
        host().worker(started, "w").exports().run("get l");
        AtomicBoolean called = new AtomicBoolean();
        Worker<ScriptWorld.Guest> changed = start("w", imports -> new ChangedGuest(imports, "get k", "say absent") {
            @Override
            public long size() {
                called.set(true);
                return super.size();
            }
        });

        assertThatThrownBy(() -> changed.exports().size())
                .hasCauseInstanceOf(DivergenceTrap.class)
                .hasMessageContaining("journal entry 3\n  expected: call of test:script/host#get");
        assertThat(called).isFalse();
    }

    @Test
    void anotherAnswerOnReplayIsADivergence() {
        start("w").exports().run("say a");
        Worker<ScriptWorld.Guest> changed = start("w", imports -> new ChangedGuest(imports, "say a", "say b"));

        assertThatThrownBy(() -> changed.exports().size())
                .hasCauseInstanceOf(DivergenceTrap.class)
                .hasMessageContaining("came:     another answer");
    }

    @Test
    void aFailureOnReplayIsADivergence() {
        start("w").exports().run("say a");
        Worker<ScriptWorld.Guest> changed = start("w", imports -> new ChangedGuest(imports, "say a", "throw a"));

        assertThatThrownBy(() -> changed.exports().size())
                .hasCauseInstanceOf(DivergenceTrap.class)
                .hasMessageContaining("came:     failure: java.lang.IllegalStateException: a");
    }

    @Test
    void aDivergenceCannotBeSwallowedByTheGuest() {
        start("w").exports().run("swallow get k; increment n");
        Worker<ScriptWorld.Guest> changed =
                start("w", imports -> new ChangedGuest(imports, "swallow get k", "swallow get l"));

        assertThatThrownBy(() -> changed.exports().size()).hasCauseInstanceOf(DivergenceTrap.class);
    }

    @Test
    void aDivergedWorkerWritesNothingAndItsOldVersionGoesOn() {
        start("w").exports().run("say a; increment n");
        long records = records();
        Worker<ScriptWorld.Guest> changed = start("w", imports -> new ChangedGuest(imports, "increment n", "get n"));
        assertThatThrownBy(() -> changed.withKey("k").exports().run("increment n"))
                .isInstanceOf(WorkerStoppedException.class);
        assertThat(records()).isEqualTo(records);

        assertThat(start("w").withKey("k").exports().run("increment n")).isEqualTo("2");
    }

    @Test
    void aNewVersionThatDoesTheSameGoesOnWithTheOldJournal() {
        start("w").exports().run("say a; increment n");
        Worker<ScriptWorld.Guest> changed = start("w", imports -> new ChangedGuest(imports, "say new", "say done"));

        assertThat(changed.exports().run("memory; say new")).isEqualTo("a|1 done");
    }

    @Test
    void aCrashBetweenWriteAndEndGoesOnBehindTheWrite() {
        Worker<ScriptWorld.Guest> worker = start("w");
        worker.exports().run("say a");
        scriptHost.before = () -> storage.claim(worker.id());
        assertThatThrownBy(() -> worker.withKey("k").exports().run("increment n; get x; increment n"))
                .isInstanceOf(WorkerStoppedException.class);
        assertThat(value("n")).isEqualTo("1");
        scriptHost.before = () -> {};

        assertThat(start("w").withKey("k").exports().run("increment n; get x; increment n"))
                .isEqualTo("1 absent 2");
        assertThat(value("n")).isEqualTo("2");
    }

    @Test
    void aDamagedJournalStopsTheWorkerWithThePlace() {
        start("w").exports().run("say a");
        try (Journal journal = storage.claim(started("w"))) {
            journal.commit(Bytes.of((byte) 1, (byte) 77), Effect.NONE);
        }

        assertThatThrownBy(() -> start("w").exports().size())
                .isInstanceOf(WorkerStoppedException.class)
                .hasMessageContaining("no kind of entry with the number 77");
    }

    private WorkerId started(String name) {
        return new WorkerId("script", name);
    }

    private long records() {
        List<Journal.Record> records = new ArrayList<>();
        storage.claim(started("w")).replay(0, records::add);
        return records.size();
    }

    /** A component in which a line became other lines; what the first of them puts out counts. */
    private static class ChangedGuest extends ScriptGuest {
        private final String line;
        private final List<String> instead;

        ChangedGuest(ScriptWorld.Imports imports, String line, String... instead) {
            super(imports);
            this.line = line;
            this.instead = List.of(instead);
        }

        @Override
        String line(String[] words) {
            if (!String.join(" ", words).equals(line)) {
                return super.line(words);
            }
            List<String> out =
                    instead.stream().map(each -> super.line(each.split(" ", 2))).toList();
            return out.get(0);
        }
    }
}
