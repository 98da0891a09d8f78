package dev.wit4j.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wit4j.Bytes;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.Journal;
import dev.wit4j.journal.Outcome;
import dev.wit4j.journal.WorkerId;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;

/** A replica takes over, with everything that was acknowledged: workers go on. */
class FailoverTest {
    private static final int WORKERS = 8;

    /** Fewer connections than workers: some of them wait for one while the master goes. */
    private static final RedisOptions PATIENT = RedisOptions.DEFAULT
            .withConnections(2)
            .withReplyTimeout(Duration.ofSeconds(1))
            .withRetryFor(Duration.ofSeconds(60));

    private static void commits(RedisStorage storage, int worker, int first, int last) {
        Journal journal = storage.claim(new WorkerId("counter", "worker-" + worker));
        Effect increment = new Effect.Increment("b", "n" + worker, 1, Effect.Range.UNSIGNED);
        for (int i = first; i <= last; i++) {
            assertThat(journal.commit(Bytes.utf8("entry"), increment)).isEqualTo(new Outcome.Number(i));
        }
    }

    private static List<Future<?>> allCommit(ExecutorService threads, RedisStorage storage, int first, int last) {
        return IntStream.range(0, WORKERS)
                .<Future<?>>mapToObj(worker -> threads.submit(() -> commits(storage, worker, first, last)))
                .toList();
    }

    private static void await(List<Future<?>> all) throws Exception {
        for (Future<?> each : all) {
            each.get();
        }
    }

    /** Three sentinels, of which the first that the host is told of does not answer. */
    @Test
    void workersGoOnWhereSentinelsMadeAReplicaTheMaster() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(WORKERS);
        List<RedisServer> sentinels = List.of();
        try (RedisServer master = RedisServer.start();
                RedisServer replica =
                        RedisServer.start(RedisBinary.preferred(), "replicaof 127.0.0.1 " + master.port())) {
            sentinels = Stream.generate(
                            () -> RedisServer.startSentinel(RedisBinary.preferred(), "main", master.port(), 2))
                    .limit(3)
                    .toList();
            master.awaitReplica();
            sentinels.forEach(sentinel -> sentinel.awaitInfo("slaves=1,sentinels=3"));
            sentinels.get(0).kill();
            try (RedisStorage storage = RedisStorage.connect(uri(sentinels), PATIENT)) {
                await(allCommit(threads, storage, 1, 5));
                master.awaitReplica();
                master.pause(); // before they commit: what it acknowledges and has not passed on goes with it

                await(allCommit(threads, storage, 6, 10));
                try (Jedis jedis = new Jedis("127.0.0.1", replica.port())) {
                    assertThat(jedis.dbSize()).isZero();
                    jedis.select(2);
                    for (int worker = 0; worker < WORKERS; worker++) {
                        assertThat(jedis.hget("wit4j:1:{b/0}:h", "n" + worker)).isEqualTo("10");
                    }
                }
                assertThat(storage.redis().topology().masters().get(0).address().getPort())
                        .isEqualTo(replica.port());
            }
        } finally {
            sentinels.forEach(RedisServer::close);
            threads.shutdownNow();
        }
    }

    private static URI uri(List<RedisServer> sentinels) {
        return URI.create("redis-sentinel://"
                + String.join(
                        ",",
                        sentinels.stream()
                                .map(sentinel -> "127.0.0.1:" + sentinel.port())
                                .toList())
                + "/2?master=main");
    }
}
