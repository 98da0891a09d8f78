package dev.wit4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What is done when a future of a worker is done may be anything, also what the worker has to do something for. */
class CallbackTest extends WorkerTestCase {
    @Test
    void theAnswerOfOneCallMayBeFollowedByAnother() {
        Worker<ScriptWorld.Guest> worker = start("w");

        assertThat(whileItRuns(worker).thenApply(first -> worker.exports().run("memory")))
                .succeedsWithin(TIME)
                .isEqualTo("absent");
    }

    @Test
    void aSnapshotMayBeFollowedByACall() {
        Worker<ScriptWorld.Guest> worker = start("w");
        whileItRuns(worker);

        assertThat(worker.snapshot().thenApply(done -> worker.exports().run("memory")))
                .succeedsWithin(TIME)
                .isEqualTo("absent");
    }

    @Test
    void unloadingAndResumingMayBeFollowedByACall() {
        Worker<ScriptWorld.Guest> worker = start("w");
        whileItRuns(worker);

        assertThat(worker.unload().thenApply(done -> worker.exports().run("say a")))
                .succeedsWithin(TIME)
                .isEqualTo("a");
        assertThat(worker.resume().thenApply(done -> worker.exports().run("memory")))
                .succeedsWithin(TIME)
                .isEqualTo("absent|a");
    }

    @Test
    void theHostMayBeClosedWhenThereIsAnAnswer() {
        Worker<ScriptWorld.Guest> worker = start("w");

        assertThat(whileItRuns(worker).thenRun(host()::close)).succeedsWithin(TIME);
        assertThatThrownBy(() -> worker.exports().size()).hasMessageContaining("the host was closed");
    }

    @Test
    void whoIsToldThatTheHostWasClosedMayCloseItToo() {
        Worker<ScriptWorld.Guest> worker = start("w");
        CompletableFuture<Void> release = new CompletableFuture<>();
        CompletableFuture<Object> answer = running(worker, release);
        CompletableFuture<Object> told = answer.exceptionally(failure -> {
            host().close();
            release.complete(null);
            return failure.getMessage();
        });
        host().close();

        assertThat(told).succeedsWithin(TIME).asString().contains("the host was closed");
    }

    /** A call whose answer comes after this has returned. */
    private CompletableFuture<Object> whileItRuns(Worker<ScriptWorld.Guest> worker) {
        CompletableFuture<Void> release = new CompletableFuture<>();
        CompletableFuture<Object> answer = running(worker, release);
        CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS).execute(() -> release.complete(null));
        return answer;
    }

    private CompletableFuture<Object> running(Worker<ScriptWorld.Guest> worker, CompletableFuture<Void> release) {
        CompletableFuture<Void> running = new CompletableFuture<>();
        scriptHost.before = () -> {
            running.complete(null);
            release.join();
        };
        CompletableFuture<Object> answer = worker.submit("test:script/runner", ScriptWorld.RUN, "get x");
        running.join();
        return answer;
    }
}
