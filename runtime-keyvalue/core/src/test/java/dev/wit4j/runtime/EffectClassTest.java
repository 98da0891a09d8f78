package dev.wit4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.StringException;
import dev.wit4j.journal.Journal;
import dev.wit4j.journal.WorkerId;
import dev.wit4j.runtime.entry.Entry;
import dev.wit4j.runtime.entry.EntryFormat;
import org.junit.jupiter.api.Test;

/** Calls that leave the store: those that may be made again, those that must not, and those of other workers. */
class EffectClassTest extends WorkerTestCase {
    @Test
    void aMessageThatWasSentIsNotSentAgainOnReplay() {
        start("w").exports().run("send a; post b");
        Worker<ScriptWorld.Guest> again = start("w");

        assertThat(again.exports().run("memory")).isEqualTo("sent-1|sent-2");
        assertThat(scriptHost.sent).containsExactly("a", "b");
    }

    @Test
    void whatIsReadBeforeAMessageIsDurableBeforeItLeaves() {
        set("k", "before");
        crashInside("get k; swallow send a");
        set("k", "after");

        assertThat(start("w").withKey("k").exports().run("get k; swallow send a"))
                .isEqualTo("before swallowed");
    }

    @Test
    void aMessageThatMayBeSentAgainIsSentAgain() {
        crashInside("increment n; post a");

        assertThat(start("w").withKey("k").exports().run("increment n; post a")).isEqualTo("1 sent-2");
        assertThat(scriptHost.sent).containsExactly("a", "a");
        assertThat(value("n")).isEqualTo("1");
    }

    @Test
    void aMessageThatMustNotBeSentAgainIsReportedInDoubtAndNotSent() {
        crashInside("send a");

        assertThatThrownBy(() -> start("w").withKey("k").exports().run("send a"))
                .isInstanceOf(InvocationFailedException.class)
                .hasMessageContaining("not known whether it was made");
        assertThat(scriptHost.sent).containsExactly("a");
        try (Journal journal = storage.claim(new WorkerId("script", "w"))) {
            journal.replay(
                    0,
                    record -> assertThat(EntryFormat.decode(record.entries()))
                            .doesNotHaveAnyElementsOfTypes(Entry.AttemptFailed.class));
        }
    }

    @Test
    void whatTheFirstProviderLeavesOpenIsAtMostOnceWhateverTheSecondSays() {
        first = context -> HostFunctions.builder()
                .implement(
                        ScriptWorld.HOST,
                        scriptHost.open(context).target(ScriptWorld.HOST.name()).orElseThrow())
                .build();
        crashInside("post a");

        assertThatThrownBy(() -> start("w").withKey("k").exports().run("post a"))
                .isInstanceOf(InvocationFailedException.class)
                .hasMessageContaining("not known whether it was made");
        assertThat(scriptHost.sent).containsExactly("a");
    }

    @Test
    void theGuestMayHandleAMessageInDoubtAndReplayReportsItAtTheSamePlace() {
        crashInside("swallow send a; increment n");
        assertThat(start("w").withKey("k").exports().run("swallow send a; increment n"))
                .isEqualTo("swallowed 1");

        assertThat(start("w").exports().run("memory; send b")).isEqualTo("swallowed|1 sent-2");
        assertThat(scriptHost.sent).containsExactly("a", "b");
    }

    @Test
    void aWorkerCallsAnotherAndIsAnswered() {
        Worker<ScriptWorld.Guest> worker = start("w");

        assertThat(worker.exports().run("peer say a,increment n; peer memory")).isEqualTo("a 1 a|1");
        assertThat(peer().exports().size()).isEqualTo(3);
    }

    @Test
    void replayDoesNotCallTheOtherWorkerAgain() {
        start("w").exports().run("peer increment n; peer increment n");
        Worker<ScriptWorld.Guest> again = start("w");

        assertThat(again.exports().run("memory; peer memory")).isEqualTo("1|2 1|2");
        assertThat(value("n")).isEqualTo("2");
    }

    @Test
    void anErrorOfTheOtherWorkerIsAnAnswerAndAFailureCanBeHandled() {
        Worker<ScriptWorld.Guest> worker = start("w");

        assertThatThrownBy(() -> worker.exports().run("peer error no"))
                .isInstanceOfSatisfying(
                        StringException.class, e -> assertThat(e.error()).isEqualTo("no"));
        assertThat(worker.exports().run("swallow peer throw no")).isEqualTo("swallowed");
        assertThat(start("w").exports().run("memory")).isEqualTo("swallowed");
    }

    @Test
    void aFailureOfTheOtherWorkerIsTheSameOnReplay() {
        String live = start("w", ExplainingGuest::new).exports().run("failure throw no");
        assertThat(live)
                .isEqualTo("script/peer: worker script/peer: the invocation failed: "
                        + "java.lang.IllegalStateException: no");

        assertThat(start("w", ExplainingGuest::new).exports().run("memory")).isEqualTo(live);
    }

    /** Invariant 17. */
    @Test
    void aCallThatWasInterruptedIsAskedForAgainUnderItsKeyAndMadeOnce() {
        Worker<ScriptWorld.Guest> worker = start("w");
        peer().exports().run("say a");
        scriptHost.before = () -> storage.claim(worker.id());
        assertThatThrownBy(() -> worker.withKey("k").exports().run("peer increment n; get x; increment m"))
                .isInstanceOf(WorkerStoppedException.class);
        scriptHost.before = () -> {};

        assertThat(start("w").withKey("k").exports().run("peer increment n; get x; increment m"))
                .isEqualTo("1 absent 1");
        assertThat(value("n")).isEqualTo("1");
        assertThat(peer().exports().run("memory")).isEqualTo("a|1");
    }

    @Test
    void aCycleOfCallsIsRefused() {
        Worker<ScriptWorld.Guest> worker = start("peer");

        assertThatThrownBy(() -> worker.exports().run("peer say a"))
                .isInstanceOf(InvocationFailedException.class)
                .hasMessageContaining("would wait for ever");
    }

    private Worker<ScriptWorld.Guest> peer() {
        return host().worker(started, ScriptHost.PEER.name());
    }

    /** Puts out what it learns of the failure of its peer. */
    private static final class ExplainingGuest extends ScriptGuest {
        private final ScriptWorld.Imports imports;

        ExplainingGuest(ScriptWorld.Imports imports) {
            super(imports);
            this.imports = imports;
        }

        @Override
        String line(String[] words) {
            if (!words[0].equals("failure")) {
                return super.line(words);
            }
            try {
                return imports.peer().run(words[1]);
            } catch (InvocationFailedException e) {
                return e.worker() + ": " + e.getMessage();
            }
        }
    }

    /** Runs a script under the key {@code k} on a host that loses the worker during the first message of the script. */
    private void crashInside(String script) {
        Worker<ScriptWorld.Guest> worker = start("w");
        scriptHost.before = () -> {
            if (!scriptHost.sent.isEmpty()) {
                storage.claim(worker.id());
            }
        };
        assertThatThrownBy(() -> worker.withKey("k").exports().run(script)).isInstanceOf(WorkerStoppedException.class);
        scriptHost.before = () -> {};
    }
}
