package dev.wit4j.runtime;

import static dev.wit4j.runtime.InterposedStorage.once;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.Bytes;
import dev.wit4j.format.HandleEncoder;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.Invocation;
import dev.wit4j.journal.StorageException;
import dev.wit4j.journal.WorkerId;
import dev.wit4j.memory.MemoryStorage;
import dev.wit4j.runtime.entry.Answer;
import dev.wit4j.runtime.entry.EntryFormat;
import dev.wit4j.runtime.entry.Request;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever waits for a worker is told, whatever happens to it. Everything runs on the thread of the test. */
@Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WorkerProcessTest {
    private static final WorkerId WORKER = new WorkerId("script", "w");

    private final MemoryStorage storage = new MemoryStorage();
    private final InterposedStorage interposed = new InterposedStorage(storage);
    private final ScriptHost scriptHost = new ScriptHost();
    private final Queue<Runnable> later = new ArrayDeque<>();
    private Executor executor = Runnable::run;

    @Test
    void aRecoveryThatTheStoreRefusesIsTriedAgain() {
        storage.mailbox(WORKER).enqueue(invocation("k", "increment n"));
        interposed.beforePending = once(WorkerProcessTest::refuse);
        WorkerProcess process = process((delay, task) -> later.add(task));

        process.recover();
        later.remove().run();

        assertThat(value("n")).isEqualTo("1");
        assertThat(process.submit(invocation("k", "increment n"))).isCompleted();
    }

    @Test
    void aRecoveryThatTheStoreAlwaysRefusesStopsTheWorkerUntilItIsResumed() {
        storage.mailbox(WORKER).enqueue(invocation("k", "increment n"));
        interposed.beforePending = WorkerProcessTest::refuse;
        WorkerProcess process = process((delay, task) -> later.add(task));

        process.recover();
        while (!later.isEmpty()) {
            later.remove().run();
        }

        assertThat(process.state()).isInstanceOf(WorkerState.Stopped.class);
        interposed.beforePending = () -> {};
        assertThat(process.resume()).isCompleted();
        assertThat(value("n")).isEqualTo("1");
    }

    @Test
    void aRecoveryIsDoneBeforeWhatWaitedIsRun() {
        storage.mailbox(WORKER).enqueue(invocation("k", "get x"));
        WorkerProcess process = process((delay, task) -> later.add(task));
        executor = later::add;
        CompletableFuture<Void> recovered = process.recover();
        assertThat(recovered).isNotDone();
        List<Boolean> done = new ArrayList<>();
        scriptHost.before = () -> {
            done.add(recovered.isDone());
            done.add(process.recover().isDone());
        };

        later.remove().run();
        assertThat(done)
                .as("both the one that brought it back and one while it runs")
                .containsExactly(true, true);
    }

    @Test
    void aRecoveryIsDoneAlsoIfThereIsNothingToRunOrTheWorkerCannotBeBroughtBack() {
        WorkerProcess process = process((delay, task) -> later.add(task), Duration.ofHours(1));
        assertThat(process.recover()).isCompleted();

        storage.mailbox(WORKER).enqueue(invocation("k", "get x"));
        interposed.beforeClaim = WorkerProcessTest::refuse;
        assertThat(process.recover()).isCompleted();
        assertThat(later).as("it is tried again, later").hasSize(1);
    }

    @Test
    void whatNobodyExpectsStopsTheWorkerAndTellsThoseWhoWait() {
        scriptHost.before = WorkerProcessTest::refuse;
        WorkerProcess process = process((delay, task) -> {
            throw new IllegalStateException("the timer is gone");
        });

        assertThat(process.submit(invocation("k", "get x"))).isCompletedExceptionally();
        assertThat(process.state()).isInstanceOf(WorkerState.Stopped.class);
        assertThat(process.stop("the host was closed")).isCompleted();
    }

    @Test
    void aFailureWhileItStopsOpensItToNobody() {
        WorkerProcess[] process = {null};
        Queue<Throwable> refused = new ArrayDeque<>();
        process[0] = process((delay, task) -> {
            try {
                process[0].submit(invocation("late", "say late"));
            } catch (WorkerStoppedException e) {
                refused.add(e);
            }
        });
        scriptHost.before = () -> {
            process[0].stop("the host was closed");
            throw new IllegalStateException("the store is away");
        };

        assertThat(process[0].submit(invocation("k", "get x"))).isCompletedExceptionally();
        assertThat(refused).singleElement().isInstanceOf(WorkerStoppedException.class);
    }

    @Test
    void whatIsOpenDoesNotRunOnAfterItStopped() {
        scriptHost.before = () -> {
            throw new IllegalStateException("the store is away");
        };
        process((delay, task) -> later.add(task), Duration.ofHours(1)).submit(invocation("k", "get x"));
        scriptHost.before = () -> {};
        WorkerProcess process = process((delay, task) -> later.add(task));
        interposed.beforeClaim = once(() -> process.stop("the host was closed"));

        assertThat(process.submit(invocation("k", "get x"))).isCompletedExceptionally();
        assertThat(scriptHost.read).isEmpty();
        assertThat(storage.mailbox(WORKER).pending()).hasSize(1);
    }

    @Test
    void whatWasStoppedForGoodIsNotResumed() {
        WorkerProcess process = process((delay, task) -> later.add(task));
        process.stop("the host was closed");

        assertThat(process.resume()).isCompletedExceptionally();
        assertThatThrownBy(() -> process.submit(invocation("k", "say a")))
                .isInstanceOf(WorkerStoppedException.class)
                .hasMessageContaining("the host was closed");
    }

    @Test
    void anIdleWorkerIsUnloadedAlsoIfItsSnapshotIsRefusedByTheStore() {
        WorkerProcess process = process(new SnapshotPolicy.OnIdle());
        process.submit(invocation("k", "say a"));
        refuseSnapshots();

        process.unloadIfIdle(Duration.ZERO);
        assertThat(process.state()).isInstanceOf(WorkerState.Unloaded.class);
        assertThat(process.submit(invocation("l", "memory"))).isCompleted();
    }

    @Test
    void anIdleWorkerThatWasClaimedElsewhereFindsOutByItsSnapshotAndStops() {
        WorkerProcess process = process(new SnapshotPolicy.OnIdle());
        process.submit(invocation("k", "say a"));
        storage.claim(WORKER);

        process.unloadIfIdle(Duration.ZERO);
        assertThat(process.state()).isInstanceOf(WorkerState.Stopped.class);
    }

    @Test
    void aSnapshotByHandThatTheStoreRefusesLetsTheClaimGo() {
        WorkerProcess process = process(new SnapshotPolicy.Never());
        process.submit(invocation("k", "say a"));
        refuseSnapshots();

        assertThat(process.snapshot()).isCompletedExceptionally();
        assertThat(process.state()).isInstanceOf(WorkerState.Unloaded.class);
        assertThat(process.submit(invocation("l", "memory"))).isCompleted();
    }

    @Test
    void aCancellationThatTheStoreRefusesLetsTheClaimGo() {
        WorkerProcess process = process(new SnapshotPolicy.Never());
        process.submit(invocation("k", "say a"));
        storage.mailbox(WORKER).enqueue(invocation("waiting", "say b"));
        interposed.afterCommit = effect -> refuse();

        assertThat(process.cancel("waiting")).isCompletedExceptionally();
        assertThat(process.state()).isInstanceOf(WorkerState.Unloaded.class);
    }

    @Test
    void anIdleWorkerThatCannotBeWokenKeepsNoOtherFromBeingUnloaded() {
        ConcurrentMap<WorkerId, WorkerProcess> processes = new ConcurrentHashMap<>();
        for (String name : List.of("a", "b", "c")) {
            WorkerId worker = new WorkerId("script", name);
            processes.put(worker, process(worker, new SnapshotPolicy.Never()));
        }
        processes.values().forEach(process -> process.submit(invocation("k", "say a")));
        Runnable noThread = once(() -> {
            throw new InternalError("of the test: no thread");
        });
        executor = task -> {
            noThread.run();
            task.run();
        };
        IdleWorkers idle = new IdleWorkers(processes, Duration.ZERO);

        idle.run();
        assertThat(processes.values())
                .singleElement()
                .satisfies(left -> assertThat(left.state()).isInstanceOf(WorkerState.Idle.class));
        idle.run();
        assertThat(processes).isEmpty();
    }

    @Test
    void whoWaitsOnTheThreadOfAWorkerForItIsRefusedAlsoBehindAnotherOne() {
        WorkerProcess process = process(WORKER, new SnapshotPolicy.Never());
        WorkerProcess other = process(new WorkerId("script", "other"), new SnapshotPolicy.Never());
        List<Answer> told = new ArrayList<>();
        Runnable back = once(() -> process.call(invocation("back", "say hello")));
        Runnable there = once(() -> told.add(other.call(invocation("there", "get y"))));
        scriptHost.before = () -> {
            there.run();
            back.run();
        };

        assertThat(process.submit(invocation("k", "get x"))).isCompletedWithValueMatching(Answer.Ok.class::isInstance);
        assertThat(told)
                .singleElement(InstanceOfAssertFactories.type(Answer.Failed.class))
                .satisfies(failed -> assertThat(failed.message()).contains("it would wait for itself for ever"));
    }

    private void refuseSnapshots() {
        interposed.afterCommit = effect -> {
            if (effect instanceof Effect.Snapshot) {
                refuse();
            }
        };
    }

    private static void refuse() {
        throw new StorageException("the store is away");
    }

    private String value(String key) {
        return storage.buckets().get("b", key).map(Bytes::toUtf8String).orElse("absent");
    }

    private WorkerProcess process(WorkerServices.Timer timer) {
        return process(timer, Duration.ZERO);
    }

    private WorkerProcess process(SnapshotPolicy snapshots) {
        return process(WORKER, snapshots);
    }

    private WorkerProcess process(WorkerId worker, SnapshotPolicy snapshots) {
        return process(worker, (delay, task) -> later.add(task), Duration.ZERO, snapshots);
    }

    private WorkerProcess process(WorkerServices.Timer timer, Duration delay) {
        return process(WORKER, timer, delay, new SnapshotPolicy.Never());
    }

    private WorkerProcess process(
            WorkerId worker, WorkerServices.Timer timer, Duration delay, SnapshotPolicy snapshots) {
        var component = WorkerTestCase.component(ScriptGuest::new);
        WorkerSetup setup = new WorkerSetup(
                worker,
                component,
                new WorkerExports(component.exports()),
                List.of(scriptHost),
                new NoPeers(),
                new SystemTime(),
                interposed.buckets());
        return new WorkerProcess(
                setup,
                new WorkerServices(
                        interposed,
                        task -> executor.execute(task),
                        timer,
                        new RetryPolicy(3, delay, 1, delay, 0),
                        snapshots,
                        new ResultRetention.Forever(),
                        new SplittableRandom(1)));
    }

    static Invocation invocation(String key, String script) {
        Bytes arguments = Encoding.arguments(ScriptWorld.RUN, new Object[] {script}, HandleEncoder.NONE);
        return new Invocation(
                key,
                EntryFormat.encode(
                        new Request("test:script/runner", "run", ScriptWorld.RUN.fingerprint(), arguments, List.of())));
    }
}
