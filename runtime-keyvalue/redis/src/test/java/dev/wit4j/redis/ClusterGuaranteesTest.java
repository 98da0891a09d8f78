package dev.wit4j.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.Bytes;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.HistoryLostException;
import dev.wit4j.journal.Journal;
import dev.wit4j.journal.Outcome;
import dev.wit4j.journal.StorageException;
import dev.wit4j.journal.WorkerId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.util.JedisClusterCRC16;

/** The cells of the table of guarantees in the documentation that are about a cluster, and that no other test holds. */
class ClusterGuaranteesTest {
    private static final RedisOptions PATIENT = RedisOptions.DEFAULT.withRetryFor(Duration.ofSeconds(60));

    /** How one of the masters loses what it answered last. */
    enum Loss {
        KILLED_WITH_A_DUMP(0, "appendonly no") {
            @Override
            Runnable prepare(RedisCluster cluster, RedisServer master) {
                command(master, Command.SAVE);
                return master::killAndRestart;
            }
        },
        POWER_OF_EVERYSEC(0, "appendfsync everysec") {
            @Override
            Runnable prepare(RedisCluster cluster, RedisServer master) {
                long before = master.lengthOfLog();
                return () -> {
                    master.kill();
                    master.truncateLog(master.lengthOfLog() - before);
                    master.restart();
                };
            }
        },
        FAILOVER_OF_ALWAYS(1, "appendfsync always") {
            @Override
            Runnable prepare(RedisCluster cluster, RedisServer master) {
                return cutOff(cluster, master);
            }
        },
        FAILOVER_OF_EVERYSEC(1, "appendfsync everysec") {
            @Override
            Runnable prepare(RedisCluster cluster, RedisServer master) {
                return cutOff(cluster, master);
            }
        };

        private final int replicas;
        private final String persistence;

        Loss(int replicas, String persistence) {
            this.replicas = replicas;
            this.persistence = persistence;
        }

        /** Does what has to be done before that which is to be lost is written, and returns what makes it be lost. */
        abstract Runnable prepare(RedisCluster cluster, RedisServer master);

        /** From now on the replica gets nothing. */
        private static Runnable cutOff(RedisCluster cluster, RedisServer master) {
            RedisServer replica = cluster.replicaOf(master);
            master.awaitReplica();
            replica.pause();
            command(master, Command.CLIENT, "KILL", "TYPE", "replica");
            return () -> {
                master.kill();
                replica.resume();
                command(replica, Command.CLUSTER, "FAILOVER", "TAKEOVER");
            };
        }
    }

    private static void command(RedisServer server, Command command, String... arguments) {
        try (Jedis jedis = new Jedis("127.0.0.1", server.port())) {
            jedis.sendCommand(command, arguments);
        }
    }

    private static int slot(String tag) {
        return JedisClusterCRC16.getSlot("{" + tag + "}");
    }

    private static String bucketOn(RedisCluster cluster, RedisServer master) {
        return IntStream.iterate(0, i -> i + 1)
                .mapToObj(i -> "bucket-" + i)
                .filter(name -> cluster.masterOf(slot(name + "/0")) == master)
                .findFirst()
                .orElseThrow();
    }

    private static WorkerId workerOn(RedisCluster cluster, RedisServer master) {
        return IntStream.iterate(0, i -> i + 1)
                .mapToObj(i -> new WorkerId("counter", "worker-" + i))
                .filter(worker -> cluster.masterOf(slot(Keys.member(worker))) == master)
                .findFirst()
                .orElseThrow();
    }

    private static Effect increment(String bucket) {
        return new Effect.Increment(bucket, "n", 1, Effect.Range.UNSIGNED);
    }

    private static void commits(Journal journal, String bucket, int first, int last) {
        for (int i = first; i <= last; i++) {
            assertThat(journal.commit(Bytes.utf8("entry"), increment(bucket))).isEqualTo(new Outcome.Number(i));
        }
    }

    /** First the node of a bucket goes back and that of the journal does not, then the reverse with others. */
    @ParameterizedTest
    @EnumSource
    void oneNodeMayLoseWhatAnotherKeepsAndTheNextWriteThereSaysSo(Loss loss) {
        try (RedisCluster cluster = RedisCluster.start(RedisBinary.preferred(), loss.replicas, loss.persistence);
                RedisStorage storage = RedisStorage.connect(cluster.uri(), PATIENT)) {
            RedisServer first = cluster.servers().get(0);
            RedisServer second = cluster.servers().get(1);
            RedisServer third = cluster.servers().get(2);
            String bucket = bucketOn(cluster, first);
            Journal journal = storage.claim(workerOn(cluster, second));
            commits(journal, bucket, 1, 2);
            Runnable lose = loss.prepare(cluster, first);
            commits(journal, bucket, 3, 4);
            lose.run();
            assertThatThrownBy(() -> journal.commit(Bytes.utf8("entry"), increment(bucket)))
                    .isInstanceOf(HistoryLostException.class);
            assertThat(storage.buckets().get(bucket, "n")).contains(Bytes.utf8("2"));

            String another = bucketOn(cluster, second);
            WorkerId worker = workerOn(cluster, third);
            Journal longer = storage.claim(worker);
            commits(longer, another, 1, 2);
            Runnable loseJournal = loss.prepare(cluster, third);
            commits(longer, another, 3, 4);
            loseJournal.run();
            assertThatThrownBy(() -> storage.claim(worker).commit(Bytes.utf8("entry"), increment(another)))
                    .isInstanceOf(HistoryLostException.class);
            assertThat(storage.buckets().get(another, "n")).contains(Bytes.utf8("4"));
        }
    }

    /** What the disks have at the moment of an answer, if they have what was written to them. */
    @Test
    void whereEachWriteIsSyncedEverywhereWhatWasAnsweredIsOnTheDisks() {
        try (RedisCluster cluster = RedisCluster.start(RedisBinary.preferred(), 0);
                RedisStorage storage = RedisStorage.connect(cluster.uri(), PATIENT)) {
            String bucket = bucketOn(cluster, cluster.servers().get(0));
            WorkerId worker = workerOn(cluster, cluster.servers().get(1));
            commits(storage.claim(worker), bucket, 1, 3);
            Map<RedisServer, Path> disks = new LinkedHashMap<>();
            cluster.servers().forEach(server -> disks.put(server, server.copyOfDisk()));
            cluster.servers().forEach(RedisServer::kill);
            disks.forEach(RedisServer::restartOn);
            cluster.awaitServing();

            Journal anew = storage.claim(worker);
            List<Journal.Record> records = new ArrayList<>();
            anew.replay(0, records::add);
            records.removeIf(record -> record.entries().isEmpty());
            assertThat(records).hasSize(3);
            commits(anew, bucket, 4, 5);
        }
    }

    /** The replica that takes over has other settings than its master. */
    @Test
    void aNodeThatTookOverIsNotUsedWhileItEvictsKeys() {
        try (RedisCluster cluster = RedisCluster.start(RedisBinary.preferred(), 1);
                RedisStorage storage = RedisStorage.connect(cluster.uri(), PATIENT)) {
            RedisServer master = cluster.servers().get(0);
            RedisServer replica = cluster.replicaOf(master);
            String bucket = bucketOn(cluster, master);
            command(replica, Command.CONFIG, "SET", "maxmemory-policy", "allkeys-lru");
            Server known = storage.redis().topology().server(new HostAndPort("127.0.0.1", replica.port()));
            Object reply = known.exchange(connection -> connection.executeCommand(Command.PING));
            assertThat(reply).isNotNull();
            master.kill();
            command(replica, Command.CLUSTER, "FAILOVER", "TAKEOVER");

            assertThatThrownBy(() -> storage.buckets().get(bucket, "n"))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("evicts keys (maxmemory-policy allkeys-lru)");
            command(replica, Command.CONFIG, "SET", "maxmemory-policy", "noeviction");
            assertThat(storage.buckets().get(bucket, "n")).isEmpty();
        }
    }
}
