package dev.wit4j.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wit4j.embedded.EmbeddedStorage;
import dev.wit4j.host.generation.Generations;
import dev.wit4j.runtime.JavaComponent;
import dev.wit4j.runtime.RetryPolicy;
import dev.wit4j.runtime.Worker;
import dev.wit4j.runtime.WorkerState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import wit.test.generations.Chronicler;

/** What people do to a worker that is in the way. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class WorkerCommandsTest {
    private static final List<JavaComponent<?, ?, ?>> COMPONENTS = List.of(Generations.DRAFT, Generations.CHRONICLER);

    @TempDir
    Path folder;

    @RegisterExtension
    final CapturedConsole console = new CapturedConsole();

    @Test
    void aDeletedWorkerIsGoneWithItsResultsAndLeavesItsBuckets() {
        increment("once");
        increment("once");
        assertThat(run("delete", "draft/one")).isZero();
        assertThat(run("workers")).isZero();
        assertThat(console.out()).isEqualToIgnoringNewLines("1\n1\n");

        increment("once");
        assertThat(console.out()).isEqualToIgnoringNewLines("1\n1\n2\n");
    }

    @Test
    void aWorkerIsDeletedWhoseComponentIsNoLongerThere() {
        increment("once");
        assertThat(HostCommand.run(List.of(), "--store", "file:" + folder, "delete", "draft/one"))
                .isZero();
        assertThat(run("delete", "draft/one")).isEqualTo(2);
    }

    @Test
    void aCancelledCallFailsAndTheNextIsMade() {
        leaveACallThatWaits("stuck");

        assertThat(run("cancel", "chronicler/one", "stuck")).isZero();
        assertThat(console.err()).isEmpty();
        assertThat(run("invoke", "--key", "stuck", "chronicler/one", "due()")).isEqualTo(1);
        assertThat(console.err()).contains("cancelled");
        assertThat(run("invoke", "chronicler/one", "remembered()")).isZero();
        assertThat(console.out()).isEqualToIgnoringNewLines("[]\n");
    }

    @Test
    void whatIsNotThereIsNeitherCancelledNorDeletedNorMade() {
        increment("once");

        assertThat(run("delete", "draft/two")).isEqualTo(2);
        assertThat(run("cancel", "draft/two", "once")).isEqualTo(2);
        assertThat(run("cancel", "draft/one", "twice")).isEqualTo(2);
        assertThat(run("cancel", "draft/one", "once")).isEqualTo(2);
        assertThat(run("cancel", "draught/one", "once")).isEqualTo(2);
        assertThat(run("delete", "draft")).isEqualTo(2);
        assertThat(console.err())
                .contains(
                        "there is no worker draft/two in the store; 'workers' lists those that there are",
                        "worker draft/one knows no call under the key 'twice'",
                        "the call of worker draft/one under the key 'once' has its answer",
                        "no component is named 'draught'",
                        "'draft' is no worker; write COMPONENT/NAME")
                .doesNotContain("\tat ");

        console.forgetOut();
        assertThat(run("workers")).isZero();
        assertThat(console.out()).isEqualToIgnoringNewLines("draft/one\n");
    }

    @Test
    void aStoreThatIsInUseIsLeftAloneAndItsUserNamed() {
        increment("once");
        try (var storage = EmbeddedStorage.open(folder)) {
            assertThat(run("delete", "draft/one")).isEqualTo(1);
            assertThat(run("cancel", "draft/one", "once")).isEqualTo(1);
            assertThat(storage.workers().list()).hasSize(1);
        }
        assertThat(console.err())
                .contains("the store in " + folder + " is in use by this process", "stop that one")
                .doesNotContain("\tat ");
    }

    private void increment(String key) {
        assertThat(run("invoke", "--key", key, "draft/one", "increment(\"bucket\", \"key\", 1)"))
                .isZero();
    }

    /** A call that fails, and whose next attempt is far away when its host is closed. */
    private void leaveACallThatWaits(String key) {
        Duration far = Duration.ofHours(1);
        HostOptions options =
                HostOptions.DEFAULT.withWorkers(WorkerOptions.DEFAULT.withRetry(new RetryPolicy(9, far, 1, far, 0)));
        try (ComponentHost host = ComponentHost.open("file:" + folder, COMPONENTS, options)) {
            Worker<Chronicler.Exports> worker = host.worker(Generations.CHRONICLER, "one");
            worker.withKey(key).send(exports -> exports.chronicle().due());
            while (!(worker.state() instanceof WorkerState.Retrying)) {
                Thread.onSpinWait();
            }
        }
    }

    private int run(String... arguments) {
        return HostCommand.run(
                COMPONENTS,
                Stream.concat(Stream.of("--store", "file:" + folder), Stream.of(arguments))
                        .toArray(String[]::new));
    }
}
