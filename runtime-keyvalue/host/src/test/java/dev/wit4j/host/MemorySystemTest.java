package dev.wit4j.host;

import dev.wit4j.journal.Storage;
import dev.wit4j.memory.MemoryStorage;
import java.util.HashMap;
import java.util.Map;

final class MemorySystemTest extends SystemContract {
    private final Map<String, Storage> stores = new HashMap<>();

    @Override
    Storage open(String name) {
        return stores.computeIfAbsent(name, absent -> new MemoryStorage());
    }

    @Override
    void close(Storage storage) {
        // It is all there is: the next host finds it as it is.
    }
}
