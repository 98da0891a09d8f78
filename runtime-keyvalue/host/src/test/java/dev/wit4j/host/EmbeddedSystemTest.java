package dev.wit4j.host;

import dev.wit4j.embedded.EmbeddedStorage;
import dev.wit4j.journal.Storage;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class EmbeddedSystemTest extends SystemContract {
    @TempDir
    Path folder;

    @Override
    Storage open(String name) {
        return EmbeddedStorage.open(folder.resolve(name));
    }

    @Override
    void close(Storage storage) {
        storage.close();
    }
}
