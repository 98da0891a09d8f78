package dev.wit4j.host;

import dev.wit4j.redis.RedisBinary;
import dev.wit4j.redis.RedisCluster;
import dev.wit4j.redis.RedisServer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assumptions;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.util.JedisClusterCRC16;

/** The stores that the contracts of this module are held to. */
enum StoreKind {
    MEMORY {
        @Override
        RunningStore start(Path folder) {
            return RunningStore.here(() -> "memory:");
        }
    },

    EMBEDDED {
        @Override
        RunningStore start(Path folder) {
            Supplier<String> next = numbered("file:" + folder.resolve("store-"));
            return RunningStore.here(next);
        }
    },

    REDIS_6_2 {
        @Override
        RunningStore start(Path folder) {
            return server("6.2");
        }
    },

    REDIS_7_0 {
        @Override
        RunningStore start(Path folder) {
            return server("7.0");
        }
    },

    /** Three masters with a replica each, each bucket over eight slots. */
    REDIS_CLUSTER {
        @Override
        RunningStore start(Path folder) {
            Assumptions.assumeFalse(RedisBinary.all().isEmpty(), "no redis-server is here");
            RedisCluster cluster = RedisCluster.start(RedisBinary.preferred(), 1, "appendfsync everysec");
            return RunningStore.onRedis(
                    numbered(cluster.uri() + "?shards=8&namespace=test-"),
                    key -> connection(cluster.masterOf(JedisClusterCRC16.getSlot(key))),
                    cluster::close);
        }
    };

    /**
     * Starts what it needs. Where a server is not there, the tests are skipped.
     *
     * @param folder where it may put files
     */
    abstract RunningStore start(Path folder);

    private static RunningStore server(String version) {
        Optional<RedisBinary> binary = RedisBinary.ofVersion(version);
        Assumptions.assumeTrue(binary.isPresent(), "no redis-server " + version + " is here");
        RedisServer server = RedisServer.start(binary.orElseThrow(), "appendfsync everysec");
        return RunningStore.onRedis(
                numbered(server.uri() + "?namespace=test-"), key -> connection(server), server::close);
    }

    private static Jedis connection(RedisServer server) {
        return new Jedis("127.0.0.1", server.port());
    }

    private static Supplier<String> numbered(String prefix) {
        int[] last = {0};
        return () -> prefix + ++last[0];
    }
}
