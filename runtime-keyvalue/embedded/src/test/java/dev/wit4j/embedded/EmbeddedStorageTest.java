package dev.wit4j.embedded;

import dev.wit4j.journal.Storage;
import dev.wit4j.journal.StorageContract;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.io.TempDir;

/** The embedded store keeps to the contract. */
class EmbeddedStorageTest extends StorageContract {
    @TempDir
    private Path folder = Path.of("");

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @Override
    protected Storage open() {
        return EmbeddedStorage.open(
                folder, EmbeddedOptions.defaults().withSegmentSize(1 << 20).withClock(() -> now));
    }

    @Override
    protected Storage reopen(Storage storage) {
        storage.close();
        return open();
    }

    @Override
    protected void elapse(Duration time) {
        now = now.plus(time);
    }
}
