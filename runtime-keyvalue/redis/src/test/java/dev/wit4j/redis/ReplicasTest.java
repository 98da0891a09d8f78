package dev.wit4j.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.Bytes;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.Journal;
import dev.wit4j.journal.StorageException;
import dev.wit4j.journal.WorkerId;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.util.JedisClusterCRC16;

/** Where replicas are to have what a reply rests on. */
class ReplicasTest {
    private static final Bytes ENTRY = Bytes.utf8("entry");

    /** The master of the journal has its replica, that of the bucket has lost it. */
    @Test
    void invariant9AReplyAlsoWaitsForWhatWasOnlyReadOnAnotherNode() {
        RedisOptions options = RedisOptions.DEFAULT
                .withReplicas(1)
                .withReplyTimeout(Duration.ofSeconds(2))
                .withRetryFor(Duration.ZERO);
        try (RedisCluster cluster = RedisCluster.start(RedisBinary.preferred(), 1);
                RedisStorage storage = RedisStorage.connect(cluster.uri(), options)) {
            RedisServer bucket = cluster.masterOf(JedisClusterCRC16.getSlot("{b/0}"));
            WorkerId worker = Stream.iterate(0, i -> i + 1)
                    .map(i -> new WorkerId("reader", Integer.toString(i)))
                    .filter(id -> cluster.masterOf(JedisClusterCRC16.getSlot("{" + Keys.member(id) + "}")) != bucket)
                    .findFirst()
                    .orElseThrow();
            storage.buckets().apply(new Effect.Put("b", "k", ENTRY, OptionalLong.empty()));
            Journal journal = storage.claim(worker);
            cluster.replicaOf(bucket).kill();

            journal.commit(ENTRY, Effect.NONE);
            journal.sync();
            assertThat(journal.buckets().get("b", "k")).contains(ENTRY);
            journal.commit(ENTRY, Effect.NONE);
            assertThatThrownBy(journal::sync)
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("0 of 1 replicas");
        }
    }
}
