package dev.wit4j.runtime;

import static dev.wit4j.runtime.InterposedStorage.once;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.journal.Effect;
import dev.wit4j.journal.StorageException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * What Golem's own tests of durability assert, as statements about our worker, as far as no other test here states it:
 * idempotency keys and the queue are in {@link WorkerTest}, calls that may and may not be repeated in {@link EffectClassTest},
 * new versions of a component between two calls in {@link ReplayTest}, other storages of snapshots in {@link SnapshotTest}. Regions that run again
 * as a whole, jumps, reverts and compensations are no part of our worker.
 */
class GolemDurabilityTest extends WorkerTestCase {
    /** {@code simulated_crash}, {@code reconstruct_interrupted_state}. */
    @Test
    void anInterruptedCallSucceedsAndPutsNothingOutTwice() {
        Worker<ScriptWorld.Guest> worker = startAt(new ManualTime(0), true);
        assertThatThrownBy(() -> worker.withKey("k").exports().run("say a; send a; wait 10; send b; memory"))
                .isInstanceOf(WorkerStoppedException.class);

        assertThat(startAt(new ManualTime(5), false)
                        .withKey("k")
                        .exports()
                        .run("say a; send a; wait 10; send b; memory"))
                .isEqualTo("a sent-1 waited sent-2 a|sent-1|waited|sent-2");
        assertThat(scriptHost.sent).containsExactly("a", "b");
    }

    /** {@code long_running_poll_loop_*}. */
    @Test
    void aLoopOfWaitsGoesOnInTheMiddleHoweverOftenItIsInterrupted() {
        String loop = "wait 10; post a; wait 20; post b; wait 30; post c";
        for (int life = 0; life < 3; life++) {
            Worker<ScriptWorld.Guest> worker = startAt(new ManualTime(life * 10L), true);
            assertThatThrownBy(() -> worker.withKey("k").exports().run(loop))
                    .isInstanceOf(WorkerStoppedException.class);
        }

        assertThat(startAt(new ManualTime(30), false).withKey("k").exports().run(loop))
                .isEqualTo("waited sent-1 waited sent-2 waited sent-3");
        assertThat(scriptHost.sent).containsExactly("a", "b", "c");
    }

    /** {@code keyvalue_get_retries_inline_on_transient_failure}; here it is the call that is tried again. */
    @Test
    void aReadThatFailsTwiceIsAnsweredInTheThirdAttempt() {
        set("x", "1");
        AtomicInteger failures = failTwice();

        assertThat(start("w").exports().run("get x")).isEqualTo("1");
        assertThat(failures).hasValue(2);
    }

    /** {@code keyvalue_set_retries_inline_when_idempotent}; here every write is made once. */
    @Test
    void aWriteThatTheStoreRefusesTwiceIsMadeOnce() {
        AtomicInteger failures = new AtomicInteger();
        InterposedStorage failing = new InterposedStorage(storage);
        failing.afterCommit = effect -> {
            if (effect instanceof Effect.Increment && failures.incrementAndGet() <= 2) {
                throw new StorageException("the reply was lost");
            }
        };
        try (WorkerHost host = WorkerHost.on(failing)
                .component(started)
                .provider(scriptHost)
                .retry(THREE_ATTEMPTS)
                .build()) {
            assertThat(host.worker(started, "w").exports().run("increment n; increment n"))
                    .isEqualTo("1 2");
        }
        assertThat(value("n")).isEqualTo("2");
    }

    /** {@code custom_durability_crash_mid_live_invocation_reexecutes_whole_body}. */
    @Test
    void whatWasNotRecordedWhenACallWasInterruptedIsDoneAgain() {
        InterposedStorage lost = new InterposedStorage(storage);
        lost.beforeClaim = () -> scriptHost.before = once(() -> {
            throw new StorageException("the host crashed");
        });
        try (WorkerHost host = WorkerHost.on(lost)
                .component(started)
                .provider(scriptHost)
                .retry(RetryPolicy.NONE)
                .build()) {
            assertThatThrownBy(() ->
                            host.worker(started, "w").withKey("k").exports().run("upper a; get x; get y"))
                    .isInstanceOf(WorkerStoppedException.class);
        }
        scriptHost.before = () -> {};

        assertThat(start("w").withKey("k").exports().run("upper a; get x; get y"))
                .isEqualTo("A absent absent");
        assertThat(scriptHost.read).isEqualTo(List.of("x", "y"));
    }

    /** {@code snapshot_based_recovery_preserves_state_across_multiple_restarts}. */
    @Test
    void snapshotsPreserveTheStateAcrossManyRestarts() {
        for (int life = 0; life < 5; life++) {
            Worker<ScriptWorld.Guest> worker =
                    start("w", ScriptGuest::new, host -> host.snapshots(new SnapshotPolicy.Every(2)));
            worker.exports().run("say " + life + "; increment n");
        }

        assertThat(start("w").exports().run("memory")).isEqualTo("0|1|1|2|2|3|3|4|4|5");
    }

    /** {@code auto_update_on_running}: the history of the call that runs is the one of the new version, too. */
    @Test
    void aNewVersionThatIsDeployedWhileACallRunsGoesOnWithIt() {
        interruptWaiting("increment n; wait 10; finish");

        assertThat(start("w", imports -> new NextVersion(imports, "finish"))
                        .withKey("k")
                        .exports()
                        .run("increment n; wait 10; finish"))
                .isEqualTo("1 waited next");
        assertThat(value("n")).isEqualTo("1");
    }

    /** {@code failing_auto_update_on_running}. */
    @Test
    void aNewVersionThatDoesSomethingElseThanTheRunningCallDidIsRefusedAndTheOldOneGoesOnWithIt() {
        interruptWaiting("increment n; wait 10; say done");
        Worker<ScriptWorld.Guest> next = start("w", imports -> new NextVersion(imports, "increment n"));

        assertThatThrownBy(() -> next.withKey("k").exports().run("increment n; wait 10; say done"))
                .isInstanceOf(WorkerStoppedException.class)
                .hasCauseInstanceOf(DivergenceTrap.class)
                .hasMessageContaining("expected: test:script/host#increment");
        assertThat(start("w").withKey("k").exports().run("increment n; wait 10; say done"))
                .isEqualTo("1 waited done");
        assertThat(value("n")).isEqualTo("1");
    }

    /** The same while the host of the old version still runs the call. */
    @Test
    void aNewVersionOnAnotherHostTakesTheRunningCallOverAndTheOldOneAnswersNobody() {
        var next = component(imports -> new NextVersion(imports, "finish"));
        Worker<ScriptWorld.Guest> worker = start("w", imports -> new ScriptGuest(imports) {
            @Override
            String line(String[] words) {
                return words[0].equals("finish") ? "old" : super.line(words);
            }
        });
        try (WorkerHost another =
                WorkerHost.on(storage).component(next).provider(scriptHost).build()) {
            List<String> taken = new ArrayList<>();
            scriptHost.before = once(() ->
                    taken.add(another.worker(next, "w").withKey("k").exports().run("increment n; get x; finish")));

            assertThatThrownBy(() -> worker.withKey("k").exports().run("increment n; get x; finish"))
                    .isInstanceOf(WorkerStoppedException.class)
                    .hasMessageContaining("claimed by another host");
            assertThat(taken).containsExactly("1 absent next");
            assertThat(another.worker(next, "w").exports().run("memory")).isEqualTo("1|absent|next");
        }
        assertThat(value("n")).isEqualTo("1");
    }

    /**
     * {@code in_function_retry_falls_back_to_trap_when_delay_exceeds_threshold}: here no attempt waits inside the call, however
     * short the delay; the instance is let go, and the worker hears of other things meanwhile.
     */
    @Test
    void aDelayIsNeverWaitedForInsideTheCall() throws Exception {
        scriptHost.before = () -> {
            throw new IllegalStateException("the network is away");
        };
        AtomicInteger instances = new AtomicInteger();
        Worker<ScriptWorld.Guest> worker = start(
                "w",
                imports -> {
                    instances.incrementAndGet();
                    return new ScriptGuest(imports);
                },
                host -> host.retry(new RetryPolicy(3, Duration.ofHours(1), 1, Duration.ofHours(1), 0)));
        worker.withKey("k").submit("test:script/runner", ScriptWorld.RUN, "increment n; get x");
        while (!(worker.state() instanceof WorkerState.Retrying)) {
            Thread.onSpinWait();
        }
        worker.unload().get();

        assertThat(instances).hasValue(1);
        assertThat(value("n")).isEqualTo("1");
    }

    /** Closes the host of the old version while a call under the key {@code k} waits. */
    private void interruptWaiting(String script) {
        assertThatThrownBy(() ->
                        startAt(new ManualTime(0), true).withKey("k").exports().run(script))
                .isInstanceOf(WorkerStoppedException.class);
    }

    /** In which one line came to be another. */
    private static final class NextVersion extends ScriptGuest {
        private final String changed;

        NextVersion(ScriptWorld.Imports imports, String changed) {
            super(imports);
            this.changed = changed;
        }

        @Override
        String line(String[] words) {
            return String.join(" ", words).equals(changed) ? "next" : super.line(words);
        }
    }

    /** A worker whose host is closed while it waits, if it is {@code interrupted}. */
    private Worker<ScriptWorld.Guest> startAt(ManualTime time, boolean interrupted) {
        if (interrupted) {
            time.beforeSleep = time::close;
        }
        return start("w", ScriptGuest::new, host -> host.time(() -> time));
    }

    private AtomicInteger failTwice() {
        AtomicInteger failures = new AtomicInteger();
        scriptHost.before = () -> {
            if (failures.get() < 2) {
                failures.incrementAndGet();
                throw new StorageException("the store is away");
            }
        };
        return failures;
    }
}
