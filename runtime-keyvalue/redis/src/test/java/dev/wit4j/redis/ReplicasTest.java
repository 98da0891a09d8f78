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
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Protocol;
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
            WorkerId worker = workerElsewhere(cluster, bucket, "reader");
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

    /** A replica that has not heard of a value takes over: whoever has seen the value has not said so to anybody. */
    @Test
    void invariant15AReaderNeverSeesAValueOlderThanOneThatItOrAReplyItRestsOnHasSeen() {
        RedisOptions options = RedisOptions.DEFAULT.withReplicas(1).withReplyTimeout(Duration.ofSeconds(2));
        try (RedisCluster cluster = RedisCluster.start(RedisBinary.preferred(), 1);
                RedisStorage storage = RedisStorage.connect(cluster.uri(), options.withRetryFor(Duration.ZERO));
                RedisStorage patient = RedisStorage.connect(cluster.uri(), options)) {
            RedisServer master = cluster.masterOf(JedisClusterCRC16.getSlot("{b/0}"));
            RedisServer replica = cluster.replicaOf(master);
            storage.buckets().apply(new Effect.Put("b", "k", Bytes.utf8("older"), OptionalLong.empty()));
            Journal answers = storage.claim(workerElsewhere(cluster, master, "answers"));
            Journal doesNot = storage.claim(workerElsewhere(cluster, master, "does-not"));
            assertThat(answers.buckets().get("b", "k")).contains(Bytes.utf8("older"));
            answers.commit(ENTRY, Effect.NONE);
            answers.sync();

            // What a replica was sent as a whole is in its log when that has been rewritten.
            replica.awaitInfo("aof_rewrite_scheduled:0");
            replica.awaitInfo("aof_rewrite_in_progress:0");
            replica.kill();
            try (Jedis jedis = new Jedis("127.0.0.1", master.port())) {
                jedis.hset(Redis.text(storage.keys().shard("b", "k").values()), "k", "newer");
            }
            assertThat(doesNot.buckets().get("b", "k")).contains(Bytes.utf8("newer"));
            doesNot.commit(ENTRY, Effect.NONE);
            assertThatThrownBy(doesNot::sync).isInstanceOf(StorageException.class);
            master.kill();
            replica.restart();
            try (Jedis jedis = new Jedis("127.0.0.1", replica.port())) {
                jedis.sendCommand(Protocol.Command.CLUSTER, "FAILOVER", "TAKEOVER");
            }

            assertThat(patient.buckets().get("b", "k")).contains(Bytes.utf8("older"));
        }
    }

    private static WorkerId workerElsewhere(RedisCluster cluster, RedisServer bucket, String name) {
        return Stream.iterate(0, i -> i + 1)
                .map(i -> new WorkerId("reader", name + "-" + i))
                .filter(id -> cluster.masterOf(JedisClusterCRC16.getSlot("{" + Keys.member(id) + "}")) != bucket)
                .findFirst()
                .orElseThrow();
    }
}
