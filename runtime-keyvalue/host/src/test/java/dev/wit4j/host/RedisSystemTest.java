package dev.wit4j.host;

import dev.wit4j.journal.Storage;
import dev.wit4j.redis.RedisServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

final class RedisSystemTest extends SystemContract {
    private static RedisServer server;
    private static int tests;

    private final String namespace = "system-" + ++tests + "-";

    @BeforeAll
    static void start() {
        server = RedisServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    Storage open(String name) {
        return Stores.open(server.uri() + "?namespace=" + namespace + name);
    }

    @Override
    void close(Storage storage) {
        storage.close();
    }
}
