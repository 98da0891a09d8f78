package dev.wit4j.memory;

import dev.wit4j.journal.Storage;
import dev.wit4j.journal.StorageContract;
import java.time.Duration;
import java.time.Instant;

/** The reference implementation keeps to the contract. */
class MemoryStorageTest extends StorageContract {
    private Instant now = Instant.EPOCH;

    @Override
    protected Storage open() {
        return new MemoryStorage(() -> now);
    }

    @Override
    protected Storage reopen(Storage storage) {
        return storage;
    }

    @Override
    protected void elapse(Duration time) {
        now = now.plus(time);
    }
}
