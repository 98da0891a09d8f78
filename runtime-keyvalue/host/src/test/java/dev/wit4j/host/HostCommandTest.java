package dev.wit4j.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wit4j.host.generation.Generations;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

final class HostCommandTest {
    @TempDir
    Path folder;

    @RegisterExtension
    final CapturedConsole console = new CapturedConsole();

    @Test
    void aCallIsTextAndSoIsItsResult() {
        assertThat(run("invoke", "draft/one", "increment(\"bucket\", \"key\", 41)"))
                .isZero();
        assertThat(run("invoke", "draft/one", "increment(\"bucket\", \"key\", 1)"))
                .isZero();
        assertThat(run("invoke", "draft/one", "get(\"bucket\", \"key\")")).isZero();
        assertThat(console.out()).isEqualToIgnoringNewLines("41\n42\nsome([52, 50])\n");
    }

    @Test
    void theSameKeyMeansTheSameCallAlsoInAnotherProcess() {
        run("invoke", "--key", "once", "draft/one", "increment(\"bucket\", \"key\", 1)");
        run("invoke", "--key", "once", "draft/one", "increment(\"bucket\", \"key\", 1)");
        assertThat(console.out()).isEqualToIgnoringNewLines("1\n1\n");
    }

    @Test
    void whatAComponentLogsIsNoPartOfItsResult() {
        HostCommand.run(
                List.of(Generations.CHRONICLER),
                "--store",
                "file:" + folder,
                "invoke",
                "chronicler/one",
                "log([\"hot\"])");
        assertThat(console.err()).isEqualToIgnoringNewLines("WARN chronicler/one: hot\n");
        assertThat(console.out()).isEmpty();
    }

    @Test
    void aDeclaredErrorIsPrintedAndFails() {
        run("invoke", "draft/one", "set(\"bucket\", \"key\", [120])");
        assertThat(run("invoke", "draft/one", "increment(\"bucket\", \"key\", 1)"))
                .isEqualTo(1);
        assertThat(console.out()).isEqualToIgnoringNewLines("err(\"the value is not a number\")\n");
    }

    @Test
    void workersAndComponentsAreListed() {
        run("invoke", "draft/one", "exists(\"bucket\", \"key\")");
        assertThat(run("workers")).isZero();
        assertThat(run("components")).isZero();
        assertThat(console.out()).contains("draft/one", "seed", "  test:generations/store#get");
    }

    @Test
    void aMistakeOnTheCommandLineIsExplainedWithoutAStackTrace() {
        assertThat(run("invoke", "draft", "get(\"b\", \"k\")")).isEqualTo(2);
        assertThat(run("invoke", "draught/one", "get(\"b\", \"k\")")).isEqualTo(2);
        assertThat(run("invoke", "draft/one", "fetch()")).isEqualTo(2);
        assertThat(run("invoke", "draft/one", "get(\"b\"")).isEqualTo(2);
        assertThat(run("invoke", "draft/one", "get(\"b\", 1)")).isEqualTo(2);
        assertThat(console.err())
                .contains(
                        "'draft' is no worker; write COMPONENT/NAME",
                        "no component is named 'draught'",
                        "exports no function 'fetch'; it has test:generations/store#get")
                .doesNotContain("\tat ");
    }

    private int run(String... arguments) {
        String[] all = new String[arguments.length + 2];
        all[0] = "--store";
        all[1] = "file:" + folder;
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return HostCommand.run(Generations.ALL, all);
    }
}
