package sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wit4j.Bytes;
import dev.wit4j.host.ComponentHost;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What the component promises on stores that outlive a process. */
abstract class DurableKeyValueServiceContract extends KeyValueServiceContract {
    @Test
    void aValueSurvivesARestart() {
        Main.run("--store", otherStore(), "set", "bucket", "key", "kept");
        try (var again = ComponentHost.open(otherStore(), List.of(KeyValueComponent.COMPONENT))) {
            assertThat(again.worker(KeyValueComponent.COMPONENT, "demo")
                            .exports()
                            .api()
                            .get("bucket", "key"))
                    .contains(Bytes.utf8("kept"));
        }
    }

    @Test
    void aValueSurvivesTheKillOfTheProcessThatWasToldThatItIsSet() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SetAndWait.class.getName(),
                        otherStore(),
                        "bucket",
                        "key",
                        "told")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(said.readLine()).isEqualTo(SetAndWait.SET);
        } finally {
            assertThat(process.destroyForcibly().waitFor(1, TimeUnit.MINUTES)).isTrue();
        }
        try (var again = ComponentHost.open(otherStore(), List.of(KeyValueComponent.COMPONENT))) {
            assertThat(again.worker(KeyValueComponent.COMPONENT, "demo")
                            .exports()
                            .api()
                            .get("bucket", "key"))
                    .contains(Bytes.utf8("told"));
        }
    }

    /** The URI of a second store, which nobody has open. */
    abstract String otherStore();
}
