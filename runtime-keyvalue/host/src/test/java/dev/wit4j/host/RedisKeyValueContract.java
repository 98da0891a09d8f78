package dev.wit4j.host;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** The semantics of {@code wasi:keyvalue} on servers that run for all of its tests. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RedisKeyValueContract extends KeyValueContract {
    private final StoreKind kind;
    private RunningStore store;

    RedisKeyValueContract(StoreKind kind) {
        this.kind = kind;
    }

    @BeforeAll
    void start() {
        store = kind.start(Path.of(""));
    }

    @AfterAll
    void stop() {
        if (store != null) {
            store.close();
        }
    }

    @Override
    final String store() {
        return store.empty();
    }
}
