package dev.wit4j.runtime;

import static dev.wit4j.runtime.InterposedStorage.once;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.Bytes;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.ForwardingJournal;
import dev.wit4j.journal.ForwardingStorage;
import dev.wit4j.journal.Journal;
import dev.wit4j.journal.Outcome;
import dev.wit4j.journal.Storage;
import dev.wit4j.journal.StorageException;
import dev.wit4j.journal.WorkerId;
import dev.wit4j.memory.MemoryStorage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An invocation has one effect and one answer, whatever its host did not hear of. */
@Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ExactlyOnceTest {
    private static final WorkerId WORKER = new WorkerId("script", "w");
    private static final JavaComponent<ScriptWorld.Imports, ScriptWorld.Guest, ScriptWorld.Guest> COMPONENT =
            WorkerTestCase.component(ScriptGuest::new);

    private final MemoryStorage storage = new MemoryStorage();
    private final InterposedStorage interposed = new InterposedStorage(storage);

    @Test
    void anAnswerWhoseCommitSeemedToFailIsGivenWithoutRunningAgain() {
        loseTheReplyOfTheFirstCompletion();

        assertThat(run(interposed, "increment n")).isEqualTo("1");
        assertThat(run(storage, "increment n")).isEqualTo("1");
    }

    @Test
    void anInvocationWhoseEndSeemedToFailIsNotTriedAgain() {
        loseTheReplyOfTheFirstCompletion();

        assertThatThrownBy(() -> run(interposed, "increment n; throw no"))
                .isInstanceOf(InvocationFailedException.class)
                .hasMessageContaining("no");
        assertThat(storage.buckets().get("b", "n").orElseThrow().toUtf8String()).isEqualTo("1");
    }

    @Test
    void anEndWhoseResultWasNotRecordedIsNoAnswer() {
        Storage givesUpEnds = new ForwardingStorage(interposed) {
            @Override
            public Journal claim(WorkerId worker) {
                return new ForwardingJournal(super.claim(worker)) {
                    @Override
                    public Outcome commit(Bytes entries, Effect effect) {
                        return effect instanceof Effect.Complete
                                ? new Outcome.Failed("for the test")
                                : super.commit(entries, effect);
                    }
                };
            }
        };

        assertThatThrownBy(() -> run(givesUpEnds, "increment n"))
                .isInstanceOf(WorkerStoppedException.class)
                .hasMessageContaining("has recorded the end of the invocation")
                .hasMessageContaining("but not its result")
                .hasMessageContaining("for the test");
        assertThat(run(storage, "increment n")).isEqualTo("1");
    }

    @Test
    void whatAnotherHostRanBeforeTheClaimIsNotRunAgain() {
        interposed.beforeClaim = once(() -> run(storage, "increment n"));

        assertThat(run(interposed, "increment n")).isEqualTo("1");
    }

    @Test
    void whatAnotherHostRanWhileItWasSubmittedIsNotRunAgain() {
        interposed.afterEnqueue = once(() -> run(storage, "increment n"));

        assertThat(run(interposed, "increment n")).isEqualTo("1");
    }

    @Test
    void whatWasSubmittedBeforeTheClaimAndStillWaitsIsRun() {
        try (WorkerHost host = host(interposed)) {
            interposed.beforeEnqueue =
                    once(() -> host.worker(COMPONENT, "w").exports().run("say a"));

            assertThat(host.worker(COMPONENT, "w").withKey("k").exports().run("memory; increment n"))
                    .isEqualTo("a 1");
        }
    }

    @Test
    void whatTheStoreKnowsNoLongerIsNotRun() {
        interposed.beforeClaim = once(() -> storage.workers().delete(WORKER));

        assertThatThrownBy(() -> run(interposed, "increment n"))
                .isInstanceOf(WorkerStoppedException.class)
                .hasMessageContaining("knows the call with the key 'k' no longer");
        assertThat(storage.buckets().get("b", "n")).isEmpty();
    }

    private void loseTheReplyOfTheFirstCompletion() {
        Runnable lost = once(() -> {
            throw new StorageException("the reply was lost");
        });
        interposed.afterCommit = effect -> {
            if (effect instanceof Effect.Complete) {
                lost.run();
            }
        };
    }

    /** Runs a script on a new host, always under the same key. */
    private static String run(Storage storage, String script) {
        try (WorkerHost host = host(storage)) {
            return host.worker(COMPONENT, "w").withKey("k").exports().run(script);
        }
    }

    private static WorkerHost host(Storage storage) {
        return WorkerHost.on(storage)
                .component(COMPONENT)
                .provider(new ScriptHost())
                .retry(WorkerTestCase.THREE_ATTEMPTS)
                .build();
    }
}
