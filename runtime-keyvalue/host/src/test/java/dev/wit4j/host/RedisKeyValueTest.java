package dev.wit4j.host;

import dev.wit4j.redis.RedisServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
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

    @AfterEach
    void clear() {
        try (RedisClient client = RedisClient.create("127.0.0.1", server.port())) {
            client.flushAll();
        }
    }

    @Override
    String store() {
        return server.uri().toString();
    }
}
