package dev.wit4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.journal.StorageException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How long the same key has the same answer. */
class ResultRetentionTest extends WorkerTestCase {
    private static final Duration DAY = Duration.ofDays(1);
    private static final ResultRetention A_DAY = new ResultRetention.AtLeast(DAY);

    @Test
    void withinTheTimeTheSameKeyHasTheSameAnswerOrIsRefused() {
        Worker<ScriptWorld.Guest> worker = start(A_DAY);
        assertThat(worker.withKey("k").exports().run("increment n")).isEqualTo("1");
        pass(DAY.minusMinutes(1), worker);

        assertThat(worker.withKey("k").exports().run("increment n")).isEqualTo("1");
        assertThatThrownBy(() -> start(A_DAY).withKey("k").exports().run("increment m"))
                .isInstanceOf(KeyConflictException.class);
    }

    @Test
    void behindItACallUnderTheKeyIsMadeAnew() {
        Worker<ScriptWorld.Guest> worker = start(A_DAY);
        assertThat(worker.withKey("k").exports().run("increment n")).isEqualTo("1");
        pass(DAY.plusMinutes(1), worker);

        assertThat(worker.withKey("k").exports().run("increment n; increment m"))
                .isEqualTo("2 1");
    }

    @Test
    void whatGoesLeavesTheMemoryAsItIs() {
        Worker<ScriptWorld.Guest> worker = start(A_DAY);
        worker.withKey("k").exports().run("say a");
        pass(DAY.plusMinutes(1), worker);
        worker.withKey("k").exports().run("say b");

        assertThat(start(A_DAY).exports().run("memory")).isEqualTo("a|passed|b");
    }

    @Test
    void failuresAreKeptAsLongAsAnswers() {
        Worker<ScriptWorld.Guest> worker = start(A_DAY);
        assertThatThrownBy(() -> worker.withKey("k").exports().run("throw no"))
                .isInstanceOf(InvocationFailedException.class);
        pass(DAY.minusMinutes(1), worker);
        assertThatThrownBy(() -> worker.withKey("k").exports().run("say a")).isInstanceOf(KeyConflictException.class);
        pass(DAY, worker);

        assertThat(worker.withKey("k").exports().run("say a")).isEqualTo("a");
    }

    @Test
    void aHostThatKeepsResultsForLessTimeShortensNoPromiseOfAnother() {
        start(A_DAY).withKey("day").exports().run("increment n");
        start(new ResultRetention.Forever()).withKey("forever").exports().run("increment n");
        Worker<ScriptWorld.Guest> worker = start(new ResultRetention.AtLeast(Duration.ofMillis(1)));
        worker.withKey("short").exports().run("increment n");
        pass(DAY.minusMinutes(1), worker);

        assertThat(worker.withKey("day").exports().run("increment n")).isEqualTo("1");
        assertThat(worker.withKey("forever").exports().run("increment n")).isEqualTo("2");
        assertThat(worker.withKey("short").exports().run("increment n")).isEqualTo("4");
        pass(DAY, worker);
        assertThat(worker.withKey("forever").exports().run("increment n")).isEqualTo("2");
    }

    /** Invariant 17. */
    @Test
    void aWorkerThatCalledHasItsAnswerHoweverLongItWasAway() {
        scriptHost.before = () -> {
            throw new StorageException("the store is away");
        };
        assertThatThrownBy(() -> start(A_DAY).withKey("k").exports().run("peer increment n; get x"))
                .isInstanceOf(WorkerStoppedException.class);
        scriptHost.before = () -> {};
        start(A_DAY);
        Worker<ScriptWorld.Guest> peer = host().worker(started, "peer");
        pass(DAY.multipliedBy(10), peer);
        pass(DAY.multipliedBy(10), peer);

        assertThat(start(A_DAY).withKey("k").exports().run("peer increment n; get x"))
                .isEqualTo("1 absent");
        assertThat(value("n")).isEqualTo("1");
    }

    @Test
    void aCallThatWaitsIsMadeHoweverLongItWaited() {
        Worker<ScriptWorld.Guest> worker = start(A_DAY);
        scriptHost.before = () -> {
            throw new StorageException("the store is away");
        };
        assertThatThrownBy(() -> worker.withKey("k").exports().run("increment n; get x"))
                .isInstanceOf(WorkerStoppedException.class);
        scriptHost.before = () -> {};
        ahead = DAY.multipliedBy(10);

        assertThat(start(A_DAY).withKey("k").exports().run("increment n; get x"))
                .isEqualTo("1 absent");
    }

    @Test
    void aTimeThatIsNoneIsRefused() {
        assertThatThrownBy(() -> new ResultRetention.AtLeast(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot be kept for PT0S");
        assertThatThrownBy(() -> new ResultRetention.AtLeast(Duration.ofSeconds(Long.MAX_VALUE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Forever");
    }

    private Worker<ScriptWorld.Guest> start(ResultRetention results) {
        return start("w", ScriptGuest::new, host -> host.results(results));
    }

    /** Lets time pass and calls the worker then, with which goes what has been kept long enough. */
    private void pass(Duration time, Worker<ScriptWorld.Guest> worker) {
        ahead = ahead.plus(time);
        worker.exports().run("say passed");
    }
}
