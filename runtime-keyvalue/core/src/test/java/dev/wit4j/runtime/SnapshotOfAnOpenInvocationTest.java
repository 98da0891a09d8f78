package dev.wit4j.runtime;

import static dev.wit4j.runtime.InterposedStorage.once;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.Bytes;
import dev.wit4j.component.Codecs;
import dev.wit4j.format.HandleDecoder;
import dev.wit4j.format.HandleEncoder;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.Invocation;
import dev.wit4j.journal.Journal;
import dev.wit4j.journal.Storage;
import dev.wit4j.journal.StorageException;
import dev.wit4j.journal.WorkerId;
import dev.wit4j.memory.MemoryStorage;
import dev.wit4j.runtime.entry.Answer;
import dev.wit4j.runtime.entry.Entry;
import dev.wit4j.runtime.entry.EntryFormat;
import dev.wit4j.runtime.entry.EntryFormatException;
import dev.wit4j.runtime.entry.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/**
 * Invariant 7: an invocation that began before a snapshot must not go on behind it, because the snapshot lets go of what it did,
 * which would be done again. Everything runs on the thread of the test.
 */
class SnapshotOfAnOpenInvocationTest {
    private static final WorkerId WORKER = new WorkerId("script", "w");
    private static final Duration NEVER = Duration.ofHours(1);

    private final MemoryStorage storage = new MemoryStorage();
    private final ScriptHost scriptHost = new ScriptHost();
    private final CommittedEntries committed = new CommittedEntries();
    private final List<CompletableFuture<Void>> snapshots = new ArrayList<>();

    /** What happens when a script comes to the word {@code flaky}. */
    private Runnable flaky = once(SnapshotOfAnOpenInvocationTest::fail);

    @Test
    void aSnapshotInTheDelayOfARetryIsTakenBehindTheInvocation() {
        assertThat(snapshotInDelays(storage).submit(call())).isCompleted();

        assertThat(snapshots)
                .singleElement()
                .satisfies(taken -> assertThat(taken).isCompleted());
        assertThat(committed.kinds()).endsWith("Completed", "SnapshotTaken");
        theCallWasMadeOnce();
    }

    @Test
    void aSnapshotAfterARestartIsTakenBehindTheInvocationThatIsOpen() {
        leaveTheCallOpen();

        assertThat(process(storage).snapshot()).isCompleted();
        assertThat(committed.kinds()).endsWith("Completed", "SnapshotTaken");
        theCallWasMadeOnce();
    }

    @Test
    void aSnapshotBehindAnInvocationThatIsGivenUpIsTaken() {
        flaky = SnapshotOfAnOpenInvocationTest::fail;
        snapshotInDelays(storage).submit(call());

        assertThat(snapshots).hasSize(2).allSatisfy(taken -> assertThat(taken).isCompleted());
        assertThat(committed.kinds()).endsWith("Skipped", "SnapshotTaken", "SnapshotTaken");
    }

    @Test
    void aSnapshotForWhichAnotherHostEndsTheInvocationIsTaken() {
        WorkerProcess[] process = {null};
        process[0] = process(storage, new SnapshotPolicy.Never(), Duration.ZERO, (delay, task) -> {
            snapshots.add(process[0].snapshot());
            assertThat(process(storage).submit(call())).isCompleted();
        });
        process[0].submit(call());

        assertThat(snapshots)
                .singleElement()
                .satisfies(taken -> assertThat(taken).isCompleted());
        assertThat(committed.kinds()).endsWith("Completed", "SnapshotTaken");
        theCallWasMadeOnce();
    }

    @Test
    void noPolicyTakesASnapshotWhileAnInvocationIsOpen() {
        for (SnapshotPolicy policy : List.of(new SnapshotPolicy.Every(1), new SnapshotPolicy.OnIdle())) {
            MemoryStorage own = new MemoryStorage();
            flaky = once(SnapshotOfAnOpenInvocationTest::fail);
            WorkerProcess[] process = {null};
            process[0] = process(own, policy, Duration.ZERO, (delay, task) -> {
                process[0].snapshot();
                process[0].unloadIfIdle(Duration.ZERO);
            });
            process[0].submit(invocation("before", "say a"));
            process[0].submit(call());
            process[0].unloadIfIdle(Duration.ZERO);

            assertThat(committed.kinds()).containsSubsequence("AttemptFailed", "Completed", "SnapshotTaken");
            assertThat(committed.mostOpenAtASnapshot()).isZero();
        }
    }

    /** It is idle and has an open invocation when it could be brought back only after the time of its next attempt was set. */
    @Test
    void noPolicyTakesASnapshotOfAWorkerThatWasBroughtBackToWait() {
        process(storage).submit(invocation("before", "say a"));
        leaveTheCallOpen();
        Runnable refusal = once(() -> {
            throw new StorageException("the store is away");
        });
        Storage refusing = Interception.of(Storage.class, storage, call -> {
            if (call.method().equals("claim")) {
                refusal.run();
            }
            return call.proceed();
        });
        WorkerProcess process = process(refusing, new SnapshotPolicy.OnIdle(), NEVER, (delay, task) -> {});
        process.recover();
        process.snapshot();
        assertThat(process.state()).isInstanceOf(WorkerState.Idle.class);
        process.unloadIfIdle(Duration.ZERO);

        assertThat(committed.kinds()).doesNotContain("SnapshotTaken");
    }

    @Test
    void aSnapshotThatWaitsWhenTheWorkerStopsFailsWithTheReason() {
        leaveTheCallOpen();
        flaky = () -> {
            throw new StorageException("the store is away");
        };

        assertThatThrownBy(process(storage).snapshot()::join)
                .hasCauseInstanceOf(SnapshotException.class)
                .hasMessageContaining("worker script/w cannot be saved")
                .hasMessageContaining("the store is away");
        assertThat(committed.kinds()).doesNotContain("SnapshotTaken");
    }

    @Test
    void aSnapshotThatWaitsWhenTheHostIsClosedFailsAndTheInvocationGoesOnUnderTheNext() {
        WorkerProcess process = process(storage, new SnapshotPolicy.Never(), NEVER, (delay, task) -> {});
        process.submit(call());
        CompletableFuture<Void> taken = process.snapshot();
        assertThat(taken).isNotDone();
        assertThat(process.state()).isInstanceOf(WorkerState.Retrying.class);
        process.stop("the host was closed");

        assertThatThrownBy(taken::join)
                .hasCauseInstanceOf(SnapshotException.class)
                .hasMessageContaining("the host was closed");
        theCallWasMadeOnce();
    }

    @Test
    void aCrashBehindEachStepDoublesNothing() {
        int points = 0;
        for (boolean afterTheEffect : new boolean[] {false, true}) {
            for (int at = 1; ; at++) {
                MemoryStorage own = new MemoryStorage();
                CrashingStorage crashing = new CrashingStorage(own, at, afterTheEffect);
                flaky = once(SnapshotOfAnOpenInvocationTest::fail);
                Invocation call = invocation("k", "increment n; flaky; increment m");
                submit(snapshotInDelays(crashing), call);
                if (!crashing.crashed()) {
                    break;
                }
                points++;
                WorkerProcess next = snapshotInDelays(own);
                next.snapshot();
                assertThat(next.submit(call)).isCompleted();
                assertThat(answer(own, invocation("after", "memory; increment n; increment m")))
                        .as("crash at call %s, %s its effect", at, afterTheEffect ? "after" : "before")
                        .isEqualTo("1|ok|1 2 2");
            }
        }
        assertThat(points).isGreaterThan(20);
    }

    @Test
    void aJournalWithASnapshotWithinAnInvocationIsRefused() {
        leaveTheCallOpen();
        try (Journal journal = storage.claim(WORKER)) {
            journal.commit(EntryFormat.encode(List.of(new Entry.SnapshotTaken())), Effect.NONE);
        }

        assertThatThrownBy(process(storage).submit(call())::join)
                .hasRootCauseInstanceOf(EntryFormatException.class)
                .hasMessageContaining("a snapshot within an invocation");
    }

    private static void fail() {
        throw new IllegalStateException("not now");
    }

    private static Invocation call() {
        return invocation("k", "increment n; send a; flaky");
    }

    private void leaveTheCallOpen() {
        process(storage, new SnapshotPolicy.Never(), NEVER, (delay, task) -> {}).submit(call());
        assertThat(committed.kinds()).endsWith("AttemptFailed");
    }

    /** Asks for the call on two more hosts, one after the other. */
    private void theCallWasMadeOnce() {
        assertThat(answer(storage, call())).isEqualTo("1 sent-1 ok");
        assertThat(answer(storage, invocation("after", "memory; increment n"))).isEqualTo("1|sent-1|ok 2");
        assertThat(scriptHost.sent).containsExactly("a");
    }

    private static void submit(WorkerProcess process, Invocation invocation) {
        try {
            process.submit(invocation);
        } catch (StorageException e) {
            assertThat(e).hasMessage("the host crashed");
        }
    }

    private String answer(Storage own, Invocation invocation) {
        Answer answer = process(own).submit(invocation).join();
        assertThat(answer).isInstanceOf(Answer.Ok.class);
        return (String)
                Encoding.value(Optional.of(Codecs.STRING), ((Answer.Ok) answer).value(), HandleDecoder.NONE, null);
    }

    private WorkerProcess snapshotInDelays(Storage own) {
        WorkerProcess[] process = {null};
        process[0] = process(
                own, new SnapshotPolicy.Never(), Duration.ZERO, (delay, task) -> snapshots.add(process[0].snapshot()));
        return process[0];
    }

    private WorkerProcess process(Storage own) {
        return process(own, new SnapshotPolicy.Never(), Duration.ZERO, (delay, task) -> {});
    }

    private WorkerProcess process(Storage own, SnapshotPolicy policy, Duration delay, WorkerServices.Timer timer) {
        var component = WorkerTestCase.component(imports -> new ScriptGuest(imports) {
            @Override
            String line(String[] words) {
                if (!words[0].equals("flaky")) {
                    return super.line(words);
                }
                flaky.run();
                return "ok";
            }
        });
        WorkerSetup setup = new WorkerSetup(
                WORKER,
                component,
                new WorkerExports(component.exports()),
                List.of(scriptHost),
                new NoPeers(),
                new SystemTime(),
                own.buckets());
        RetryPolicy retry = new RetryPolicy(3, delay, 1, delay, 0);
        return new WorkerProcess(
                setup,
                new WorkerServices(
                        committed.over(own),
                        Runnable::run,
                        timer,
                        retry,
                        policy,
                        new ResultRetention.Forever(),
                        new SplittableRandom(1)));
    }

    private static Invocation invocation(String key, String script) {
        Bytes arguments = Encoding.arguments(ScriptWorld.RUN, new Object[] {script}, HandleEncoder.NONE);
        return new Invocation(
                key,
                EntryFormat.encode(
                        new Request("test:script/runner", "run", ScriptWorld.RUN.fingerprint(), arguments, List.of())));
    }
}
