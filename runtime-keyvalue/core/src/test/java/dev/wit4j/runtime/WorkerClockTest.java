package dev.wit4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Time comes from the journal when it was there before, and never goes back. */
class WorkerClockTest extends WorkerTestCase {
    private Worker<ScriptWorld.Guest> startAt(ManualTime time) {
        return start("w", ScriptGuest::new, host -> host.time(() -> time));
    }

    @Test
    void aTimeThatWasReadIsTheSameOnReplay() {
        startAt(new ManualTime(100)).exports().run("now");

        assertThat(startAt(new ManualTime(500)).exports().run("memory; now")).isEqualTo("100 500");
    }

    @Test
    void aClockGoesOnWhereItStoodWhenThatOfTheNextMachineIsBehind() {
        startAt(new ManualTime(100)).exports().run("now");
        ManualTime behind = new ManualTime(30);
        Worker<ScriptWorld.Guest> worker = startAt(behind);

        assertThat(worker.exports().run("now")).isEqualTo("100");
        behind.set(35);
        assertThat(worker.exports().run("now")).isEqualTo("105");
    }

    @Test
    void aClockGoesOnWhereItStoodBehindASnapshot() throws Exception {
        Worker<ScriptWorld.Guest> worker = startAt(new ManualTime(100));
        worker.exports().run("now");
        worker.snapshot().get();

        assertThat(startAt(new ManualTime(30)).exports().run("now")).isEqualTo("100");
    }

    @Test
    void aClockStandsStillRatherThanGoBack() {
        ManualTime time = new ManualTime(100);
        WorkerClock clock = new WorkerClock(ScriptHost.PEER, time, () -> {});
        assertThat(clock.now()).isEqualTo(100);
        time.set(90);
        assertThat(clock.now()).isEqualTo(100);
        time.set(95);
        assertThat(clock.now()).isEqualTo(105);
        clock.atLeast(200);
        assertThat(clock.now()).isEqualTo(200);
        clock.atLeast(50);
        assertThat(clock.now()).isEqualTo(200);
    }

    @Test
    void whatWaitedIsNotWaitedForOnReplay() {
        ManualTime time = new ManualTime(100);
        startAt(time).exports().run("wait 700; now");
        assertThat(time.slept).containsExactly(600L);
        ManualTime again = new ManualTime(100);

        assertThat(startAt(again).exports().run("memory; now")).isEqualTo("waited|700 700");
        assertThat(again.slept).isEmpty();
    }

    @Test
    void aWaitThatAHostDidNotSeeTheEndOfGoesOnForTheRestOfTheTime() {
        ManualTime first = new ManualTime(100);
        Worker<ScriptWorld.Guest> worker = startAt(first);
        CompletableFuture<Void> closing = new CompletableFuture<>();
        first.beforeSleep = () -> {
            first.close();
            closing.complete(null);
        };
        assertThatThrownBy(() -> worker.withKey("k").exports().run("get x; now; wait 700; increment n"))
                .isInstanceOf(WorkerStoppedException.class)
                .hasMessageContaining("closed while the call waited");
        assertThat(closing).isDone();
        assertThat(scriptHost.read).isEqualTo(List.of("x"));

        ManualTime second = new ManualTime(400);
        assertThat(startAt(second).withKey("k").exports().run("get x; now; wait 700; increment n"))
                .isEqualTo("absent 100 waited 1");
        assertThat(second.slept).containsExactly(300L);
        assertThat(scriptHost.read)
                .as("what was read before the wait was committed")
                .isEqualTo(List.of("x"));
    }

    @Test
    void aWaitForTheEndOfTimeEndsWithItsHost() throws Exception {
        Worker<ScriptWorld.Guest> worker = start("w");
        CompletableFuture<Object> answer = worker.submit("test:script/runner", ScriptWorld.RUN, "wait -1");
        while (!(worker.state() instanceof WorkerState.Running)) {
            Thread.onSpinWait();
        }

        host().close();

        assertThatThrownBy(answer::get).hasCauseInstanceOf(WorkerStoppedException.class);
    }
}
