package dev.wit4j.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.Bytes;
import dev.wit4j.StringException;
import dev.wit4j.host.KeyValueContract.Generation;
import dev.wit4j.host.generation.Generations;
import dev.wit4j.redis.RedisBinary;
import dev.wit4j.redis.RedisCluster;
import dev.wit4j.redis.RedisServer;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.util.JedisClusterCRC16;
import wit.test.generations.store.Store;

/** The slot of a bucket is served by nobody for longer than the store is asked, while that of the journal is. */
final class StoreThatIsAwayTest {
    private static final int SLOT = JedisClusterCRC16.getSlot("{bucket/0}");

    @Test
    void theGuestHearsThatAReadWasNotAnsweredAndReplayTellsItTheSame() {
        try (RedisCluster cluster =
                RedisCluster.start(RedisBinary.preferred(), 0, "cluster-require-full-coverage no")) {
            String uri = cluster.uri() + "?attempts=3";
            try (ComponentHost host = ComponentHost.open(uri, Generations.ALL)) {
                store(host, "before").set("bucket", "key", Bytes.utf8("value"));
                RedisServer owner = ownerOf(cluster);
                clusterCommand(owner, "DELSLOTS");

                assertNotAnswered(store(host, "asked"));
                for (Generation generation : Generation.values()) {
                    assertNotAnswered(generation.another(host));
                }

                clusterCommand(owner, "ADDSLOTS");
                cluster.awaitServing();
                assertThat(store(host, "after").get("bucket", "key")).contains(Bytes.utf8("value"));
            }
            try (ComponentHost again = ComponentHost.open(uri, Generations.ALL)) {
                assertNotAnswered(store(again, "asked"));
                assertThat(store(again, "again").get("bucket", "key")).contains(Bytes.utf8("value"));
                for (Generation generation : Generation.values()) {
                    assertThat(generation.another(again).get("bucket", "key")).contains(Bytes.utf8("value"));
                }
            }
        }
    }

    private static void assertNotAnswered(Store store) {
        assertThatThrownBy(() -> store.get("bucket", "key"))
                .isInstanceOfSatisfying(
                        StringException.class,
                        e -> assertThat(e.error())
                                .startsWith("the store does not answer")
                                .contains("CLUSTERDOWN"));
    }

    private static Store store(ComponentHost host, String key) {
        return host.worker(Generations.SEED, "one").withKey(key).exports().store();
    }

    private static RedisServer ownerOf(RedisCluster cluster) {
        return cluster.servers().get(3 * SLOT / 16384);
    }

    private static void clusterCommand(RedisServer server, String command) {
        try (Jedis jedis = new Jedis("127.0.0.1", server.port())) {
            jedis.sendCommand(redis.clients.jedis.Protocol.Command.CLUSTER, command, Integer.toString(SLOT));
        }
    }
}
