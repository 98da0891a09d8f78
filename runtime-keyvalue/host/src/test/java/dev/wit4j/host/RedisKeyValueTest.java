package dev.wit4j.host;

import dev.wit4j.redis.RedisServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import redis.clients.jedis.RedisClient;

final class RedisKeyValueTest extends KeyValueContract {
    private static RedisServer server;

    @BeforeAll
    static void start() {
        server = RedisServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    @Override
    void open() {
        try (RedisClient client = RedisClient.create("127.0.0.1", server.port())) {
            client.flushAll();
        }
        super.open();
    }

    @Override
    String store() {
        return server.uri().toString();
    }
}
