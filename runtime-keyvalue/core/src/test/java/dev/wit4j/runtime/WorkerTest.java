package dev.wit4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.StringException;
import dev.wit4j.journal.WorkerId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a worker does for its callers. */
class WorkerTest extends WorkerTestCase {
    @Test
    void answersAndKeepsItsMemory() {
        Worker<ScriptWorld.Guest> worker = start("w");

        assertThat(worker.exports().run("say a; say b")).isEqualTo("a b");
        assertThat(worker.exports().run("memory")).isEqualTo("a|b");
        assertThat(worker.exports().size()).isEqualTo(3);
    }

    @Test
    void readsAndWritesBuckets() {
        Worker<ScriptWorld.Guest> worker = start("w");

        assertThat(worker.exports().run("get k; set k 1; get k; increment k; get k"))
                .isEqualTo("absent set 1 2 2");
        assertThat(value("k")).isEqualTo("2");
    }

    @Test
    void itsMemorySurvivesARestart() {
        start("w").exports().run("say a; increment n; upper b");
        Worker<ScriptWorld.Guest> again = start("w");

        assertThat(again.exports().run("memory; increment n")).isEqualTo("a|1|B 2");
        assertThat(start("w").exports().size()).isEqualTo(5);
    }

    @Test
    void workersHaveTheirOwnMemoryAndShareBuckets() {
        Worker<ScriptWorld.Guest> one = start("one");
        one.exports().run("set k v");
        Worker<ScriptWorld.Guest> two = host().worker(started, "two");

        assertThat(two.exports().run("memory; get k")).isEqualTo(" v");
    }

    @Test
    void aDeclaredErrorIsAnAnswer() {
        Worker<ScriptWorld.Guest> worker = start("w");

        assertThatThrownBy(() -> worker.withKey("k").exports().run("say a; error no"))
                .isInstanceOfSatisfying(
                        StringException.class, e -> assertThat(e.error()).isEqualTo("no"));
        assertThat(worker.exports().run("memory")).isEqualTo("a");
        assertThatThrownBy(() -> start("w").withKey("k").exports().run("say a; error no"))
                .isInstanceOf(StringException.class);
    }

    @Test
    void anErrorThatAnImportDeclaresReachesTheGuest() {
        Worker<ScriptWorld.Guest> worker = start("w");

        assertThatThrownBy(() -> worker.exports().run("increment forbidden"))
                .isInstanceOfSatisfying(
                        StringException.class, e -> assertThat(e.error()).isEqualTo("forbidden"));
        assertThat(worker.exports().run("swallow increment forbidden; set t x; swallow increment t"))
                .isEqualTo("swallowed set swallowed");
        assertThat(start("w").exports().size()).isEqualTo(3);
    }

    @Test
    void theSameKeyIsCalledOnceAndAnswersTheSame() {
        Worker<ScriptWorld.Guest> worker = start("w");

        assertThat(worker.withKey("k").exports().run("increment n")).isEqualTo("1");
        assertThat(worker.withKey("k").exports().run("increment n")).isEqualTo("1");
        assertThat(start("w").withKey("k").exports().run("increment n")).isEqualTo("1");
        assertThat(start("w").withKey("other").exports().run("increment n")).isEqualTo("2");
    }

    @Test
    void theSameKeyForAnotherCallIsRefused() {
        Worker<ScriptWorld.Guest> worker = start("w");
        worker.withKey("k").exports().run("say a");

        assertThatThrownBy(() -> worker.withKey("k").exports().run("say b"))
                .isInstanceOf(KeyConflictException.class)
                .hasMessageContaining("'k'");
        assertThatThrownBy(() -> worker.withKey("k").exports().size()).isInstanceOf(KeyConflictException.class);
        assertThat(worker.exports().run("memory")).isEqualTo("a");
    }

    @Test
    void theSameKeyWhileTheFirstIsRunningIsCalledOnce() throws Exception {
        Worker<ScriptWorld.Guest> worker = start("w");
        CompletableFuture<Void> release = new CompletableFuture<>();
        CompletableFuture<Void> running = new CompletableFuture<>();
        scriptHost.before = () -> {
            running.complete(null);
            release.join();
        };
        CompletableFuture<Object> first = submit(worker.withKey("k"), "get x; increment n");
        running.join();
        CompletableFuture<Object> second = submit(worker.withKey("k"), "get x; increment n");
        release.complete(null);

        assertThat(first.get()).isEqualTo("absent 1");
        assertThat(second.get()).isEqualTo("absent 1");
        assertThat(value("n")).isEqualTo("1");
    }

    @Test
    void callsRunOneAtATimeInTheOrderInWhichTheyCame() {
        Worker<ScriptWorld.Guest> worker = start("w");
        List<CompletableFuture<Object>> answers = IntStream.range(0, 50)
                .mapToObj(i -> submit(worker, "say " + i + "; get x"))
                .toList();
        answers.forEach(CompletableFuture::join);

        String expected = String.join(
                "|", IntStream.range(0, 50).mapToObj(i -> i + "|absent").toList());
        assertThat(worker.exports().run("memory")).isEqualTo(expected);
    }

    @Test
    void theQueueSurvivesARestart() {
        Worker<ScriptWorld.Guest> worker = start("w");
        CompletableFuture<Void> running = new CompletableFuture<>();
        CompletableFuture<Void> release = new CompletableFuture<>();
        scriptHost.before = () -> {
            running.complete(null);
            release.join();
        };
        submit(worker, "get x");
        running.join();
        CompletableFuture<Object> waiting = submit(worker.withKey("waits"), "increment n");
        CompletableFuture<Void> closed = CompletableFuture.runAsync(host()::close);
        assertThatThrownBy(waiting::get).hasCauseInstanceOf(WorkerStoppedException.class);
        release.complete(null);
        closed.join();
        assertThat(value("n")).isEqualTo("absent");
        scriptHost.before = () -> {};

        Worker<ScriptWorld.Guest> again = start("w");
        assertThat(host().recover()).containsExactly(worker.id());
        assertThat(again.withKey("waits").exports().run("increment n")).isEqualTo("1");
    }

    @Test
    void aWorkerThatWasUnloadedComesBack() throws Exception {
        Worker<ScriptWorld.Guest> worker = start("w");
        worker.exports().run("say a");
        assertThat(worker.state()).isInstanceOfAny(WorkerState.Idle.class, WorkerState.Running.class);
        worker.unload().get();

        assertThat(worker.exports().run("memory")).isEqualTo("a");
    }

    @Test
    void workersThatAreUnloadedAllTheTimeMissNothing() {
        Worker<ScriptWorld.Guest> worker = start("w", ScriptGuest::new, host -> host.idleAfter(Duration.ofNanos(1)));
        for (int i = 1; i <= 300; i++) {
            assertThat(worker.exports().run("increment n")).isEqualTo(Integer.toString(i));
        }
        assertThat(worker.exports().size()).isEqualTo(300);
    }

    @Test
    void aWorkerThatNobodyCalledIsUnloadedAndUnknownToTheStore() {
        Worker<ScriptWorld.Guest> worker = start("w");

        assertThat(worker.state()).isEqualTo(new WorkerState.Unloaded());
        assertThat(storage.workers().list()).isEmpty();
    }

    @Test
    void aWorkerClaimedByAnotherHostStopsHereAndWritesNothing() {
        Worker<ScriptWorld.Guest> worker = start("w");
        worker.exports().run("say a");
        storage.claim(worker.id());

        assertThatThrownBy(() -> worker.exports().run("increment n"))
                .isInstanceOf(WorkerStoppedException.class)
                .hasMessageContaining("claimed by another host");
        assertThat(value("n")).isEqualTo("absent");
        assertThat(worker.state()).isInstanceOf(WorkerState.Stopped.class);
        assertThatThrownBy(() -> worker.snapshot().get()).hasCauseInstanceOf(WorkerStoppedException.class);
        assertThatThrownBy(() -> worker.exports().size()).isInstanceOf(WorkerStoppedException.class);
    }

    @Test
    void aStoppedWorkerGoesOnWhenItIsResumed() throws Exception {
        Worker<ScriptWorld.Guest> worker = start("w");
        worker.exports().run("say a");
        storage.claim(worker.id());
        assertThatThrownBy(() -> worker.withKey("k").exports().run("increment n"))
                .isInstanceOf(WorkerStoppedException.class);
        worker.resume().get();

        assertThat(worker.withKey("k").exports().run("increment n")).isEqualTo("1");
        assertThat(worker.exports().run("memory")).isEqualTo("a|1");
    }

    @Test
    void aCallThatMeetsTheCloseOfItsHostIsToldSo() {
        InterposedStorage interposed = new InterposedStorage(storage);
        var component = component(ScriptGuest::new);
        WorkerHost host = WorkerHost.on(interposed)
                .component(component)
                .provider(scriptHost)
                .build();
        interposed.atMailbox = host::close;

        assertThatThrownBy(() -> host.worker(component, "w").exports().size())
                .isInstanceOf(WorkerStoppedException.class)
                .hasMessageContaining("the host was closed");
        assertThat(storage.workers().withPendingInvocations()).isEmpty();
    }

    @Test
    void aMissingImportIsNamed() {
        var component = component(ScriptGuest::new);
        try (WorkerHost host = WorkerHost.on(storage).component(component).build()) {
            assertThatThrownBy(() -> host.worker(component, "w").exports().size())
                    .isInstanceOf(WorkerStoppedException.class)
                    .hasMessageContaining("imports test:script/host, which no host provider implements");
        }
    }

    /** Each waits for the next one, which has the same to do before; more than are brought back at once. */
    @Test
    void manyWorkersThatWaitForEachOtherAreAllRecovered() {
        int count = 200;
        for (int i = 0; i < count; i++) {
            storage.mailbox(new WorkerId("script", "" + i))
                    .enqueue(WorkerProcessTest.invocation("k", "peer increment n"));
        }
        scriptHost.peer = worker -> worker.name().equals("" + count)
                ? ScriptHost.PEER
                : new WorkerId("script", "" + (Integer.parseInt(worker.name()) + 1));
        start("0");

        assertThat(host().recover()).hasSize(count);
        await(() -> value("n").equals("" + count));
    }

    @Test
    void aMissingImportIsNotTriedAgain() {
        InterposedStorage interposed = new InterposedStorage(storage);
        AtomicInteger claims = new AtomicInteger();
        interposed.beforeClaim = claims::incrementAndGet;
        try (WorkerHost host = WorkerHost.on(interposed)
                .component(started)
                .retry(THREE_ATTEMPTS)
                .build()) {
            assertThatThrownBy(() -> host.worker(started, "w").exports().size())
                    .isInstanceOf(WorkerStoppedException.class);
        }

        assertThat(claims).hasValue(1);
    }

    private static CompletableFuture<Object> submit(Worker<ScriptWorld.Guest> worker, String script) {
        return worker.submit("test:script/runner", ScriptWorld.RUN, script);
    }
}
