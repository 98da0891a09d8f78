package dev.wit4j.runtime;

import static dev.wit4j.runtime.InterposedStorage.once;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.journal.Effect;
import dev.wit4j.journal.StorageException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * What Golem's own tests of durability assert, as statements about our worker, as far as no other test here states it:
 * idempotency keys and the queue are in {@link WorkerTest}, calls that may and may not be repeated in {@link EffectClassTest},
 * new versions of a component in {@link ReplayTest}, other storages of snapshots in {@link SnapshotTest}. Regions that run again
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
