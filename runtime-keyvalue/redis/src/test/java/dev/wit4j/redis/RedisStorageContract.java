package dev.wit4j.redis;

import dev.wit4j.journal.Storage;
import dev.wit4j.journal.StorageContract;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** The contract of every store, on one server that is killed whenever the store is opened again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RedisStorageContract extends StorageContract {
    private final RedisServer server;
    private final AtomicInteger namespaces = new AtomicInteger();

    RedisStorageContract(RedisBinary binary) {
        server = RedisServer.start(binary);
    }

    @AfterAll
    void stopServer() {
        server.close();
    }

    @Override
    protected Storage open() {
        namespaces.incrementAndGet();
        return connect();
    }

    private Storage connect() {
        return RedisStorage.connect(server.uri(), RedisOptions.DEFAULT.withNamespace("test-" + namespaces.get()));
    }

    @Override
    protected Storage reopen(Storage storage) {
        storage.close();
        server.kill();
        server.restart();
        return connect();
    }

    /** The clock is that of the server. */
    @Override
    protected void elapse(Duration time) throws InterruptedException {
        Thread.sleep(time.toMillis());
    }
}
