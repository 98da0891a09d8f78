package dev.wit4j.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wit4j.journal.Storage;
import dev.wit4j.redis.FaultPlan.Fault;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import redis.clients.jedis.Jedis;

/**
 * Every kind of fault at every round trip of a workload: nothing is lost that was acknowledged, and nothing happens twice. The
 * default build runs a part that is always the same; {@code -Pfaults} runs all of it.
 */
class FaultsTest {
    private static final boolean ALL = Boolean.getBoolean("wit4j.faults");

    /** Of the faults that take longer, the default build tries one in so many. */
    private static final int PART = 5;

    private static final int LONGEST_MILLIS = 60_000;

    private static final AtomicInteger ALL_POINTS = new AtomicInteger();
    private static final AtomicInteger ALL_RUNS = new AtomicInteger();
    private static final AtomicInteger ALL_VIOLATIONS = new AtomicInteger();

    private final FaultPlan plan = new FaultPlan();
    private final List<Thread> background = new CopyOnWriteArrayList<>();
    private int points;
    private int runs;
    private final List<String> violations = new ArrayList<>();

    private static RedisOptions options(int run) {
        return RedisOptions.DEFAULT
                .withNamespace("faults-" + run)
                .withReplyTimeout(Duration.ofMillis(1500))
                .withRetryFor(Duration.ofSeconds(20));
    }

    @ParameterizedTest
    @MethodSource("dev.wit4j.redis.RedisBinary#all")
    void refusalsThatPassAreWaitedFor(RedisBinary binary) {
        try (RedisServer server = RedisServer.start(binary);
                FaultProxy proxy = new FaultProxy(plan)) {
            proxy.to(server.port());
            URI uri = URI.create("redis://127.0.0.1:" + proxy.port());
            everywhere(uri, Fault.ACT_BEFORE, "no memory for a while", () -> outOfMemory(server), PART);
            everywhere(uri, Fault.ACT_BEFORE, "a replica for a while", () -> readOnly(server), PART);
        }
        report(binary + " that refuses for a while");
    }

    @Test
    void onOneServerNothingIsLostOrDoneTwice() {
        try (RedisServer server = RedisServer.start();
                FaultProxy proxy = new FaultProxy(plan)) {
            proxy.to(server.port());
            URI uri = URI.create("redis://127.0.0.1:" + proxy.port());
            List<RedisServer> servers = List.of(server);
            everywhere(uri, Fault.DROP_REPLY, "the reply is lost", () -> {}, 1);
            everywhere(uri, Fault.CUT_BEFORE, "the connection is cut", () -> {}, 1);
            everywhere(uri, Fault.COME_LATE, "the request comes late", () -> {}, 1);
            everywhere(uri, Fault.ACT_BEFORE, "scripts are flushed", () -> each(servers, "SCRIPT", "FLUSH"), 1);
            everywhere(uri, Fault.ACT_BEFORE, "clients are killed", () -> killClients(servers), 1);
            everywhere(uri, Fault.ACT_BEFORE, "kill -9 before", () -> restart(server), PART);
            everywhere(uri, Fault.ACT_AFTER, "kill -9 after", () -> restart(server), PART);
            everywhere(uri, Fault.ACT_BEFORE, "busy for longer than is waited", () -> sleepLong(server), 2 * PART);
        }
        report("one server");
    }

    @Test
    void acrossSlotsNothingIsLostOrDoneTwice() {
        List<FaultProxy> proxies = List.of(new FaultProxy(plan), new FaultProxy(plan), new FaultProxy(plan));
        try (RedisCluster cluster = RedisCluster.startBehind(RedisBinary.preferred(), proxies)) {
            URI uri = URI.create("redis-cluster://127.0.0.1:" + proxies.get(0).port());
            List<RedisServer> servers = cluster.servers();
            everywhere(uri, Fault.DROP_REPLY, "the reply is lost", () -> {}, 1);
            everywhere(uri, Fault.CUT_BEFORE, "the connection is cut", () -> {}, 2);
            everywhere(uri, Fault.COME_LATE, "the request comes late", () -> {}, 1);
            everywhere(uri, Fault.ACT_BEFORE, "scripts are flushed", () -> each(servers, "SCRIPT", "FLUSH"), 2);
            everywhere(uri, Fault.ACT_AFTER, "kill -9 of a master after", () -> restart(servers.get(1)), 3 * PART);
            everywhere(uri, Fault.ACT_BEFORE, "kill -9 of a master before", () -> restart(servers.get(0)), 3 * PART);
        } finally {
            proxies.forEach(FaultProxy::close);
        }
        report("a cluster");
    }

    /** Runs the workload once for each of its round trips, or one in {@code part} of them. */
    private void everywhere(URI uri, Fault fault, String name, Runnable action, int part) {
        int step = ALL ? 1 : part;
        boolean reached = true;
        for (int request = runs % step; reached; request += step) {
            try (Storage storage = RedisStorage.connect(uri, options(runs))) {
                plan.arm(request, fault, action);
                List<String> found = Workload.run(storage);
                reached = plan.requests() > request;
                String where = name + " at round trip " + request + ": ";
                found.forEach(violation -> violations.add(where + violation));
            } finally {
                plan.disarm();
                awaitBackground();
            }
            runs++;
            points += reached ? 1 : 0;
        }
    }

    @AfterAll
    static void reportAll() {
        System.out.println("fault points: " + ALL_POINTS + ", runs: " + ALL_RUNS + ", violations: " + ALL_VIOLATIONS);
    }

    private void report(String where) {
        ALL_POINTS.addAndGet(points);
        ALL_RUNS.addAndGet(runs);
        ALL_VIOLATIONS.addAndGet(violations.size());
        System.out.println("faults on " + where + ": fault points: " + points + ", runs: " + runs + ", violations: "
                + violations.size());
        assertThat(violations).isEmpty();
    }

    private static void restart(RedisServer server) {
        server.kill();
        server.restart();
    }

    private static void each(List<RedisServer> servers, String... command) {
        for (RedisServer server : servers) {
            try (Jedis jedis = new Jedis("127.0.0.1", server.port(), LONGEST_MILLIS)) {
                jedis.sendCommand(() -> Redis.bytes(command[0]), Arrays.copyOfRange(command, 1, command.length));
            }
        }
    }

    private static void killClients(List<RedisServer> servers) {
        each(servers, "CLIENT", "KILL", "TYPE", "normal");
    }

    private void outOfMemory(RedisServer server) {
        each(List.of(server), "CONFIG", "SET", "maxmemory", "1");
        later(() -> each(List.of(server), "CONFIG", "SET", "maxmemory", "0"));
    }

    private void readOnly(RedisServer server) {
        each(List.of(server), "REPLICAOF", "127.0.0.1", "1");
        later(() -> each(List.of(server), "REPLICAOF", "NO", "ONE"));
    }

    private void sleepLong(RedisServer server) {
        meanwhile(() -> each(List.of(server), "DEBUG", "SLEEP", "2"));
    }

    /** Ends what an action began, while clients try again. */
    private void later(Runnable action) {
        meanwhile(() -> {
            try {
                Thread.sleep(30);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            action.run();
        });
    }

    private void meanwhile(Runnable action) {
        Thread thread = new Thread(action);
        thread.start();
        background.add(thread);
    }

    /** Waits until what the last run began in the background has ended. */
    private void awaitBackground() {
        for (Thread thread : background) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        background.clear();
    }
}
