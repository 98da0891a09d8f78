package dev.wit4j.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The world that the project begins with, and the component of the sample, which is written against it. */
class SeedWorldTest {
    private static final Path REACTOR = Path.of("..").toAbsolutePath().normalize();

    static GeneratedSources generate() {
        Path packages = REACTOR.resolve("runtime-keyvalue/keyvalue/src/main/wit/deps");
        return Wit.of(
                        REACTOR.resolve("samples/key-value/src/main/wit"),
                        List.of(packages.resolve("keyvalue"), packages.resolve("io-0.2.0-rc-2023-11-10")))
                .generate("key-value-example");
    }

    @Test
    void theComponentOfTheSampleCompilesAgainstIt() throws Exception {
        GeneratedSources generated = generate();

        assertThat(generated.diagnostics()).isEmpty();
        var sources = new ArrayList<>(generated.sources());
        Path service = REACTOR.resolve("samples/key-value/src/main/java/sample/KeyValueService.java");
        sources.add(new JavaSource("sample", "KeyValueService", Files.readString(service)));
        assertThat(JavaCompiling.compile(sources)).containsKey("sample.KeyValueService");
    }
}
