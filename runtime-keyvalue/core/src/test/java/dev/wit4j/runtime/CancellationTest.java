package dev.wit4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A call that is in the way can be ended. */
class CancellationTest extends WorkerTestCase {
    private static final RetryPolicy IN_AN_HOUR = new RetryPolicy(3, Duration.ofHours(1), 1, Duration.ofHours(1), 0);

    /** {@code cancelling_pending_invocations} of Golem. */
    @Test
    void aCallThatWaitsForItsTurnIsNotMade() {
        Worker<ScriptWorld.Guest> worker = start("w");
        CompletableFuture<Void> running = new CompletableFuture<>();
        CompletableFuture<Void> release = new CompletableFuture<>();
        scriptHost.before = () -> {
            running.complete(null);
            release.join();
        };
        CompletableFuture<String> runs = worker.withKey("runs").submit(guest -> guest.run("get x"));
        running.join();
        CompletableFuture<String> waits = worker.withKey("waits").submit(guest -> guest.run("increment n"));
        CompletableFuture<Boolean> cancelled = worker.cancel("waits");
        CompletableFuture<Boolean> tooLate = worker.cancel("runs");
        release.complete(null);

        assertThat(cancelled.join()).isTrue();
        assertThat(tooLate.join()).isFalse();
        assertThat(runs.join()).isEqualTo("absent");
        assertThatThrownBy(waits::get)
                .hasCauseInstanceOf(InvocationFailedException.class)
                .hasMessageContaining("cancelled");
        assertThatThrownBy(() -> start("w").withKey("waits").exports().run("increment n"))
                .isInstanceOf(InvocationFailedException.class);
        assertThat(value("n")).isEqualTo("absent");
        assertThat(host().worker(started, "w").exports().run("memory")).isEqualTo("absent");
    }

    @Test
    void aCallThatWaitsForItsNextAttemptIsEnded() {
        Worker<ScriptWorld.Guest> worker = start("w", ScriptGuest::new, host -> host.retry(IN_AN_HOUR));
        worker.exports().run("say a");
        CompletableFuture<String> fails = worker.withKey("k").submit(guest -> guest.run("increment n; throw no"));
        await(() -> worker.state() instanceof WorkerState.Retrying);
        CompletableFuture<String> next = worker.submit(guest -> guest.run("memory"));

        assertThat(worker.cancel("k").join()).isTrue();
        assertThat(next.join()).isEqualTo("a");
        assertThatThrownBy(fails::get).hasMessageContaining("cancelled");
        assertThat(value("n")).isEqualTo("1");
        assertThat(start("w").exports().run("memory")).isEqualTo("a|a");
    }

    @Test
    void aCallBehindOneThatIsTriedAgainIsEndedAndTheOtherGoesOn() {
        Worker<ScriptWorld.Guest> worker = start("w", ScriptGuest::new, host -> host.retry(IN_AN_HOUR));
        scriptHost.before = () -> {
            throw new IllegalStateException("not yet");
        };
        worker.withKey("first").send(guest -> guest.run("increment n; get x; increment n"));
        await(() -> worker.state() instanceof WorkerState.Retrying);
        worker.withKey("second").send(guest -> guest.run("say b"));

        assertThat(worker.cancel("second").join()).isTrue();
        assertThat(worker.state()).isInstanceOf(WorkerState.Retrying.class);
        scriptHost.before = () -> {};
        assertThat(start("w").withKey("first").exports().run("increment n; get x; increment n"))
                .isEqualTo("1 absent 2");
        assertThat(start("w").exports().run("memory")).isEqualTo("1|absent|2");
    }

    @Test
    void aWorkerThatDivergesInAnOpenCallIsFreedOfIt() {
        Worker<ScriptWorld.Guest> before = start("w", ScriptGuest::new, host -> host.retry(IN_AN_HOUR));
        before.exports().run("say a");
        before.withKey("k").send(guest -> guest.run("increment n; throw no"));
        await(() -> before.state() instanceof WorkerState.Retrying);
        Worker<ScriptWorld.Guest> worker = start("w", imports -> new ScriptGuest(imports) {
            @Override
            String line(String[] words) {
                return super.line(words[0].equals("increment") ? new String[] {"increment", "other"} : words);
            }
        });
        assertThatThrownBy(() -> worker.exports().run("memory")).hasMessageContaining("diverged at journal entry");
        assertThat(worker.state()).isInstanceOf(WorkerState.Stopped.class);

        assertThat(worker.cancel("k").join()).isTrue();
        assertThat(worker.exports().run("say b")).isEqualTo("b");
        assertThatThrownBy(() -> worker.withKey("k").exports().run("increment n; throw no"))
                .isInstanceOf(InvocationFailedException.class);
    }

    @Test
    void whatHasItsAnswerOrIsNotKnownIsNotCancelled() {
        Worker<ScriptWorld.Guest> worker = start("w");
        worker.withKey("k").exports().run("say a");

        assertThat(worker.cancel("k").join()).isFalse();
        assertThat(worker.cancel("unknown").join()).isFalse();
        assertThat(worker.withKey("k").exports().run("say a")).isEqualTo("a");
    }

    @Test
    void aWorkerThatAnotherHostHasIsNotTakenToCancel() {
        Worker<ScriptWorld.Guest> worker = start("w");
        worker.exports().run("say a");
        storage.claim(worker.id());
        assertThatThrownBy(() -> worker.withKey("k").exports().run("say b")).isInstanceOf(WorkerStoppedException.class);

        assertThatThrownBy(worker.cancel("k")::get).hasMessageContaining("claimed by another host");
        assertThatThrownBy(() -> worker.exports().size()).isInstanceOf(WorkerStoppedException.class);
    }
}
