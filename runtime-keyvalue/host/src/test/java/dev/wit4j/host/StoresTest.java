package dev.wit4j.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.embedded.EmbeddedStorage;
import dev.wit4j.journal.StorageException;
import dev.wit4j.memory.MemoryStorage;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StoresTest {
    @TempDir
    Path folder;

    @Test
    void theSchemeSaysWhichStore() {
        try (var memory = Stores.open("memory:");
                var embedded = Stores.open("file:" + folder)) {
            assertThat(memory).isInstanceOf(MemoryStorage.class);
            assertThat(embedded).isInstanceOf(EmbeddedStorage.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "data", "postgres://localhost", "FILE:x", "file:", "file://", "memory:data", "redis:// x"})
    void anythingElseIsRefusedWithTheTextThatWasGiven(String uri) {
        assertThatThrownBy(() -> Stores.open(uri))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + uri + "'");
    }

    @Test
    void aFileWhereAFolderShouldBeIsNamed() throws Exception {
        Path file = Files.createFile(folder.resolve("taken"));
        assertThatThrownBy(() -> Stores.open("file:" + file))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining(file.toString());
    }
}
