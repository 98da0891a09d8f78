package dev.wit4j.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wit4j.Bytes;
import dev.wit4j.embedded.EmbeddedStorage;
import dev.wit4j.host.generation.Generations;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.WorkerId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

final class JournalCommandTest {
    @TempDir
    Path folder;

    @RegisterExtension
    final CapturedConsole console = new CapturedConsole();

    private static int run(String... arguments) {
        return HostCommand.run(Generations.ALL, arguments);
    }

    private Path storeOfTwoCalls() {
        Path store = folder.resolve("store");
        for (String key : List.of("first", "second")) {
            assertThat(run(
                            "--store",
                            "file:" + store,
                            "invoke",
                            "--key",
                            key,
                            "draft/one",
                            "increment(\"bucket\", \"key\", 41)"))
                    .isZero();
        }
        console.forgetOut();
        return store;
    }

    @Test
    void theJournalOfAWorkerIsShownRecordByRecord() {
        Path store = storeOfTwoCalls();

        assertThat(run("journal", "show", store.toString(), "--worker", "draft/one"))
                .isZero();
        assertThat(console.out())
                .contains(
                        "record 1, epoch ",
                        "created, incarnation ",
                        "started 'first': test:generations/store#increment with ",
                        "wrote wasi:keyvalue/",
                        "number 41",
                        "started 'second'",
                        "number 82",
                        "completed");
        assertThat(console.err()).isEmpty();
    }

    @Test
    void aStoreIsShownWithItsSegmentsAndWorkers() {
        Path store = storeOfTwoCalls();

        assertThat(run("journal", "show", store.toString())).isZero();
        assertThat(console.out())
                .contains(store.resolve("log").toString(), "last record ", "worker draft/one: ", " records")
                .doesNotContain("not closed in order");
    }

    @Test
    void aStoreThatIsFineIsSaidToBeSo() {
        Path store = storeOfTwoCalls();

        assertThat(run("journal", "verify", store.toString())).isZero();
        assertThat(console.out()).contains("fine: ", "1 workers with ");
    }

    @Test
    void damageIsSaidWithItsPlaceAndFails() throws IOException {
        Path log = storeOfTwoCalls();
        Path segment;
        try (var segments = Files.list(log.resolve("log"))) {
            segment = segments.sorted().findFirst().orElseThrow();
        }
        flip(segment, 512 + 70);

        for (String verb : List.of("verify", "show")) {
            assertThat(run("journal", verb, log.toString())).isEqualTo(1);
        }
        assertThat(console.err())
                .contains(segment.toString(), "at byte 512", "damaged")
                .doesNotContain("\tat ");
    }

    @Test
    void damageInTheTablesIsSaidWithTheRow() throws IOException {
        Path store = storeOfTwoCalls();
        Path tables = store.resolve("tables.db");
        String content = Files.readString(tables, StandardCharsets.ISO_8859_1);
        for (int at = content.indexOf("second"); at >= 0; at = content.indexOf("second", at + 1)) {
            flip(tables, at);
        }

        assertThat(run("journal", "verify", store.toString())).isEqualTo(1);
        assertThat(console.err()).contains(tables.toString(), "damaged");
    }

    @Test
    void entriesThatNoRuntimeWroteAreDamage() {
        Path store = folder.resolve("store");
        try (var storage = EmbeddedStorage.open(store)) {
            storage.claim(new WorkerId("draft", "one")).commit(Bytes.utf8("?"), Effect.NONE);
        }

        assertThat(run("journal", "verify", store.toString())).isEqualTo(1);
        assertThat(console.err()).contains("record 1 of worker draft/one is damaged: ");
    }

    @Test
    void aWrongCallIsExplainedAndIsNoDamage() throws IOException {
        Path store = storeOfTwoCalls();

        assertThat(run("journal")).isEqualTo(2);
        assertThat(run("journal", "verify")).isEqualTo(2);
        assertThat(run("journal", "show", folder.toString())).isEqualTo(2);
        assertThat(run("journal", "show", store.toString(), "--worker", "draft"))
                .isEqualTo(2);
        assertThat(run("journal", "show", store.toString(), "--worker", "draft/two"))
                .isEqualTo(2);
        try (var storage = EmbeddedStorage.open(store)) {
            assertThat(run("journal", "verify", store.toString())).isEqualTo(2);
            assertThat(storage.workers().list()).hasSize(1);
        }
        assertThat(console.err())
                .contains(
                        "there is no store in " + folder,
                        "'draft' is no worker; write COMPONENT/NAME",
                        "there is no worker draft/two in " + store + "; there are [draft/one]",
                        "in use by this process")
                .doesNotContain("\tat ");
    }

    private static void flip(Path file, int at) throws IOException {
        byte[] content = Files.readAllBytes(file);
        content[at] ^= 1;
        Files.write(file, content);
    }
}
