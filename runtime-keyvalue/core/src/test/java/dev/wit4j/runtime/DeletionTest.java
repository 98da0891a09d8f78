package dev.wit4j.runtime;

import static dev.wit4j.runtime.InterposedStorage.once;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.journal.ForwardingStorage;
import dev.wit4j.journal.StorageException;
import dev.wit4j.journal.Workers;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A worker that is deleted is gone for whoever has something to do with it, and the next call of its name makes another. */
class DeletionTest extends WorkerTestCase {
    @Test
    void theNextCallMakesANewWorker() {
        Worker<ScriptWorld.Guest> worker = start("w");
        worker.withKey("k").exports().run("say a; increment n");
        worker.delete();

        assertThat(storage.workers().list()).isEmpty();
        assertThat(worker.withKey("k").exports().run("memory; increment n")).isEqualTo(" 2");
        assertThat(start("w").exports().run("memory")).isEqualTo("|2");
    }

    @Test
    void aWorkerThatIsNotThereIsDeletedWithoutATrace() {
        start("w").delete();

        assertThat(storage.workers().list()).isEmpty();
    }

    /** {@code delete_worker_during_invocation} of Golem. */
    @Test
    void whoWaitsForAnAnswerIsToldAndWhatRunsWritesNothingMore() throws Exception {
        Worker<ScriptWorld.Guest> worker = start("w");
        CompletableFuture<Void> running = new CompletableFuture<>();
        CompletableFuture<Void> release = new CompletableFuture<>();
        scriptHost.before = once(() -> {
            running.complete(null);
            release.join();
        });
        CompletableFuture<Object> runs = submit(worker, "increment n; get x; increment n");
        running.join();
        CompletableFuture<Object> waits = submit(worker, "increment n");
        worker.delete();

        assertThatThrownBy(runs::get)
                .hasCauseInstanceOf(WorkerDeletedException.class)
                .hasMessageContaining("was deleted before the call was answered");
        assertThatThrownBy(waits::get).hasCauseInstanceOf(WorkerDeletedException.class);
        CompletableFuture<Object> anew = submit(worker, "memory");
        release.complete(null);
        assertThat(anew.get()).isEqualTo("");
        assertThat(value("n")).isEqualTo("1");
    }

    @Test
    void aHostWhoseWorkerWasDeletedElsewhereBeginsAnew() {
        Worker<ScriptWorld.Guest> worker = start("w");
        worker.exports().run("say a");
        storage.workers().delete(worker.id());

        assertThat(worker.exports().run("memory; say b")).isEqualTo(" b");
        assertThat(worker.exports().run("memory")).isEqualTo("|b");
    }

    @Test
    void aHostWhoseWorkerWasDeletedWhileACallRanSaysSo() {
        Worker<ScriptWorld.Guest> worker = start("w");
        scriptHost.before = once(() -> storage.workers().delete(worker.id()));

        assertThatThrownBy(() -> worker.withKey("k").exports().run("get x")).isInstanceOf(WorkerDeletedException.class);
        assertThat(storage.workers().list()).isEmpty();
        assertThat(worker.withKey("k").exports().run("get x")).isEqualTo("absent");
    }

    @Test
    void aWorkerThatHadStoppedTakesCallsOnceItIsDeleted() {
        Worker<ScriptWorld.Guest> worker = start("w");
        worker.exports().run("say a");
        storage.claim(worker.id());
        assertThatThrownBy(() -> worker.exports().run("say b")).isInstanceOf(WorkerStoppedException.class);
        worker.delete();

        assertThat(worker.exports().run("memory")).isEqualTo("");
    }

    @Test
    void aWorkerThatWaitsForADeletedOneAsksTheNextOfThatName() {
        Worker<ScriptWorld.Guest> worker = start("w");
        Worker<ScriptWorld.Guest> peer = host().worker(started, "peer");
        peer.exports().run("say old");
        scriptHost.before = once(peer::delete);

        assertThat(worker.exports().run("peer memory,get x")).isEqualTo(" absent");
    }

    @Test
    void whatTheStoreRefusesToDeleteGoesOn() {
        ForwardingStorage refusing = new ForwardingStorage(storage) {
            @Override
            public Workers workers() {
                throw new StorageException("the store is away");
            }
        };
        try (WorkerHost host =
                WorkerHost.on(refusing).component(started).provider(scriptHost).build()) {
            Worker<ScriptWorld.Guest> worker = host.worker(started, "w");
            worker.exports().run("say a");

            assertThatThrownBy(worker::delete).hasMessageContaining("the store is away");
            assertThat(worker.exports().run("memory")).isEqualTo("a");
        }
    }

    private static CompletableFuture<Object> submit(Worker<ScriptWorld.Guest> worker, String script) {
        return worker.submit("test:script/runner", ScriptWorld.RUN, script);
    }
}
