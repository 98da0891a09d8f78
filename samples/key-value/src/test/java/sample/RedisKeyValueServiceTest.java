package sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wit4j.redis.RedisServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.RedisClient;

final class RedisKeyValueServiceTest extends DurableKeyValueServiceContract {
    private static RedisServer server;
    private static RedisClient client;

    @BeforeAll
    static void start() {
        server = RedisServer.start();
        client = RedisClient.create("127.0.0.1", server.port());
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    @Override
    String store() {
        return server.uri().toString();
    }

    @BeforeEach
    @Override
    void open() {
        client.flushAll();
        super.open();
    }

    @Override
    String otherStore() {
        return store();
    }

    @Test
    void peopleCanSeeBucketAndJournal() {
        Main.run("--store", store(), "set", "greetings", "hello", "Hello");
        String bucket = only("*:h");
        assertThat(client.hgetAll(bucket)).containsEntry("hello", "Hello");
        assertThat(client.xrange(only("*:j"), "-", "+")).isNotEmpty();
    }

    private static String only(String pattern) {
        assertThat(client.keys(pattern)).hasSize(1);
        return client.keys(pattern).iterator().next();
    }
}
