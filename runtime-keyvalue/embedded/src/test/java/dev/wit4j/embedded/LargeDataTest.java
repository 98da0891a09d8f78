package dev.wit4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wit4j.Bytes;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.Journal;
import dev.wit4j.journal.WorkerId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeDataTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void aValueOf64MebibytesComesBackBeforeAndAfterItIsInTheTables() {
        byte[] bytes = new byte[64 << 20];
        new Random(64).nextBytes(bytes);
        Bytes value = Bytes.wrap(bytes);
        try (var storage = EmbeddedStorage.open(folder)) {
            Journal journal = storage.claim(new WorkerId("large", "value"));
            journal.commit(Bytes.EMPTY, new Effect.Put("b", "k", value, OptionalLong.empty()));
            assertThat(journal.buckets().get("b", "k").orElseThrow().equals(value))
                    .isTrue();
            journal.sync();
            assertThat(journal.buckets().get("b", "k").orElseThrow().equals(value))
                    .isTrue();
        }
        try (var storage = EmbeddedStorage.open(folder)) {
            assertThat(storage.buckets().get("b", "k").orElseThrow().equals(value))
                    .isTrue();
        }
    }

    @Test
    void moreDataThanTheHeapHoldsIsWrittenAndReadBack() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeDataChild.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains("data 167772160");
    }
}
