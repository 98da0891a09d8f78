package dev.wit4j.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.host.generation.Generations;
import dev.wit4j.runtime.ResultRetention;
import dev.wit4j.runtime.Worker;
import dev.wit4j.runtime.WorkerState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wit.test.generations.Chronicler;
import wit.test.generations.Seed;

/** What is said of workers is what they do, whether a file says it or a program. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class WorkerOptionsTest {
    @TempDir
    Path folder;

    @RegisterExtension
    final CapturedConsole console = new CapturedConsole();

    @Test
    void aSnapshotIsTakenAfterAsManyCallsAsTheFileSays() throws IOException {
        Path file = file("workers.snapshots = every 2");

        assertThat(invoke(file, "log([\"one\"])")).isZero();
        assertThat(journal()).contains("completed").doesNotContain("snapshot taken");
        assertThat(invoke(file, "log([\"two\"])")).isZero();
        assertThat(journal()).contains("snapshot taken");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void aCallThatFailsIsTriedAsOftenAsTheFileSays(int attempts) throws IOException {
        Path file = file("retry.attempts = " + attempts, "retry.first-delay = 1ms", "retry.longest-delay = 2ms");

        assertThat(invoke(file, "due()")).isEqualTo(1);
        assertThat(journal())
                .contains("given up")
                .satisfies(journal -> assertThat(journal.lines().filter(line -> line.contains("attempt failed")))
                        .hasSize(attempts - 1));
    }

    @Test
    void aResultThatIsNotKeptGoesAndItsKeyIsFree() {
        WorkerOptions options = WorkerOptions.DEFAULT.withResults(new ResultRetention.AtLeast(Duration.ofMillis(1)));
        try (ComponentHost host = open(HostOptions.DEFAULT.withWorkers(options))) {
            Worker<Seed.Exports> worker = host.worker(Generations.SEED, "one");
            long increments;
            do { // a result goes with a later call
                increments = worker.withKey("key").exports().store().increment("bucket", "key", 1);
                worker.exports().store().exists("bucket", "key");
            } while (increments < 2);
            assertThat(increments).isEqualTo(2);
        }
    }

    @Test
    void aWorkerThatIsIdleForLongEnoughIsUnloaded() {
        WorkerOptions options = WorkerOptions.DEFAULT.withIdleAfter(Duration.ofMillis(1));
        try (ComponentHost host = open(HostOptions.DEFAULT.withWorkers(options))) {
            Worker<Chronicler.Exports> worker = host.worker(Generations.CHRONICLER, "one");
            worker.exports().chronicle().log(List.of("message"));
            while (!(worker.state() instanceof WorkerState.Unloaded)) {
                Thread.onSpinWait();
            }
            assertThat(worker.exports().chronicle().remembered()).containsExactly("message");
        }
    }

    @Test
    void aHostThatIsClosedGivesUpACallThatOutlastsItsPatience() throws InterruptedException {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        HostOptions options = HostOptions.DEFAULT
                .withWorkers(WorkerOptions.DEFAULT.withClosePatience(Duration.ofMillis(1)))
                .withLog((worker, level, context, message) -> {
                    entered.countDown();
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        interrupted.countDown();
                        throw new IllegalStateException(e);
                    }
                });
        try (ComponentHost host = open(options)) {
            host.worker(Generations.CHRONICLER, "one")
                    .send(exports -> exports.chronicle().log(List.of("message")));
            entered.await();
        }
        interrupted.await();
    }

    @Test
    void timesThatNoClockCountsAreRefused() {
        Duration endless = Duration.ofSeconds(Long.MAX_VALUE);
        for (Duration time : List.of(Duration.ZERO, Duration.ofMillis(-1), endless)) {
            assertThatThrownBy(() -> WorkerOptions.DEFAULT.withIdleAfter(time))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a worker can be idle from a millisecond to 36500 days, not " + time);
        }
        for (Duration time : List.of(Duration.ofMillis(-1), endless)) {
            assertThatThrownBy(() -> WorkerOptions.DEFAULT.withClosePatience(time))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a host can wait from no time to 36500 days, not " + time);
        }
    }

    private static ComponentHost open(HostOptions options) {
        return ComponentHost.open("memory:", List.of(Generations.SEED, Generations.CHRONICLER), options);
    }

    private Path file(String... lines) throws IOException {
        return Files.write(folder.resolve("host.properties"), List.of(lines));
    }

    private int invoke(Path file, String call) {
        return HostCommand.run(
                List.of(Generations.CHRONICLER),
                "--config",
                file.toString(),
                "--store",
                "file:" + folder.resolve("data"),
                "invoke",
                "chronicler/one",
                call);
    }

    private String journal() {
        console.forgetOut();
        String store = folder.resolve("data").toString();
        assertThat(HostCommand.run(List.of(), "journal", "show", store, "--worker", "chronicler/one"))
                .isZero();
        return console.out();
    }
}
