package dev.wit4j.redis;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;

/** A real cluster on the loopback: three masters, with as many replicas each as asked for. */
public final class RedisCluster implements AutoCloseable {
    private static final int MASTERS = 3;
    private static final int SLOTS = 16384;
    private static final int FIELDS_BEFORE_SLOTS = 8;
    private static final long LONGEST_START_SECONDS = 60;

    private final List<RedisServer> servers;

    private RedisCluster(List<RedisServer> servers) {
        this.servers = servers;
    }

    /**
     * Starts one, and waits until it serves every slot.
     *
     * @param replicas how many each master has
     * @param directives of the configuration of each server
     */
    public static RedisCluster start(RedisBinary binary, int replicas, String... directives) {
        List<RedisServer> servers = new ArrayList<>();
        for (int i = 0; i < MASTERS * (1 + replicas); i++) {
            List<String> all = new ArrayList<>(List.of("cluster-enabled yes", "cluster-node-timeout 2000"));
            all.addAll(List.of(directives));
            servers.add(RedisServer.start(binary, all.toArray(String[]::new)));
        }
        RedisCluster cluster = new RedisCluster(List.copyOf(servers));
        cluster.form(servers.get(0).port());
        return cluster;
    }

    /**
     * Starts one whose nodes speak TLS among each other and to whoever comes on these ports.
     *
     * @param ports one for each master
     * @param directives of the configuration of each server
     */
    static RedisCluster startTls(RedisBinary binary, List<Integer> ports, String... directives) {
        List<RedisServer> servers = new ArrayList<>();
        for (int port : ports) {
            List<String> all = new ArrayList<>(List.of("cluster-enabled yes", "tls-cluster yes", "tls-port " + port));
            all.addAll(List.of(directives));
            servers.add(RedisServer.start(binary, all.toArray(String[]::new)));
        }
        RedisCluster cluster = new RedisCluster(List.copyOf(servers));
        cluster.form(ports.get(0));
        return cluster;
    }

    /**
     * Starts one whose nodes tell clients to come by way of these.
     *
     * @param proxies one for each server: the masters, then the replicas
     */
    static RedisCluster startBehind(RedisBinary binary, List<FaultProxy> proxies) {
        List<RedisServer> servers = new ArrayList<>();
        for (FaultProxy proxy : proxies) {
            RedisServer server = RedisServer.start(
                    binary,
                    "cluster-enabled yes",
                    "cluster-node-timeout " + (proxies.size() > MASTERS ? 1000 : 10_000),
                    "cluster-require-full-coverage no",
                    "cluster-announce-ip 127.0.0.1",
                    "cluster-announce-port " + proxy.port());
            proxy.to(server.port());
            servers.add(server);
        }
        RedisCluster cluster = new RedisCluster(List.copyOf(servers));
        cluster.form(servers.get(0).port());
        return cluster;
    }

    private void form(int portOfFirst) {
        for (int i = 0; i < servers.size(); i++) {
            int number = i;
            with(i, jedis -> {
                if (number < MASTERS) {
                    int[] slots = java.util.stream.IntStream.range(
                                    number * SLOTS / MASTERS, (number + 1) * SLOTS / MASTERS)
                            .toArray();
                    jedis.clusterAddSlots(slots);
                    // Without epochs of their own the masters would have to find them out one after the other.
                    jedis.sendCommand(
                            redis.clients.jedis.Protocol.Command.CLUSTER,
                            "SET-CONFIG-EPOCH",
                            Integer.toString(number + 1));
                }
                return jedis.clusterMeet("127.0.0.1", portOfFirst);
            });
        }
        awaitEverywhere(nodes -> nodes.lines().count() == servers.size());
        for (int i = MASTERS; i < servers.size(); i++) {
            String master = with(i % MASTERS, Jedis::clusterMyId);
            with(i, jedis -> jedis.clusterReplicate(master));
        }
        awaitEverywhere(
                nodes -> nodes.lines().filter(line -> line.contains("slave")).count() == servers.size() - MASTERS
                        && nodes.lines().filter(line -> line.contains("master")).count() == MASTERS);
        awaitReplicas();
    }

    /** Waits until every node says that the cluster serves all slots. */
    public void awaitServing() {
        await(() -> servers.stream().filter(RedisServer::isRunning).allMatch(server -> {
            try (Jedis jedis = new Jedis("127.0.0.1", server.port())) {
                return jedis.clusterInfo().contains("cluster_state:ok");
            }
        }));
    }

    /** The running server that is the master of a slot, as it knows itself. */
    public RedisServer masterOf(int slot) {
        return servers.stream()
                .filter(RedisServer::isRunning)
                .filter(server -> ownSlots(server).anyMatch(range -> range[0] <= slot && slot <= range[1]))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<int[]> ownSlots(RedisServer server) {
        try (Jedis jedis = new Jedis("127.0.0.1", server.port())) {
            String myself = jedis.clusterNodes()
                    .lines()
                    .filter(line -> line.contains("myself,master"))
                    .findFirst()
                    .orElse("");
            return Stream.of(myself.split(" "))
                    .skip(FIELDS_BEFORE_SLOTS)
                    .filter(range -> !range.startsWith("["))
                    .map(range -> Stream.of(range.split("-"))
                            .mapToInt(Integer::parseInt)
                            .toArray())
                    .map(range -> new int[] {range[0], range[range.length - 1]});
        }
    }

    /** The replica of a master, where each has one. */
    RedisServer replicaOf(RedisServer master) {
        return servers.stream()
                .filter(RedisServer::isRunning)
                .filter(server -> replication(server).contains("master_port:" + master.port()))
                .findFirst()
                .orElseThrow();
    }

    /** Waits until every master has a replica again. */
    void awaitReplicas() {
        await(() -> servers.stream()
                        .filter(server -> replication(server).contains("master_link_status:up"))
                        .count()
                == servers.size() - MASTERS);
        awaitServing();
    }

    private static String replication(RedisServer server) {
        try (Jedis jedis = new Jedis("127.0.0.1", server.port())) {
            return jedis.info("replication");
        }
    }

    private void awaitEverywhere(java.util.function.Predicate<String> condition) {
        await(() -> java.util.stream.IntStream.range(0, servers.size())
                .allMatch(i -> condition.test(with(i, Jedis::clusterNodes))));
    }

    private static void await(java.util.function.BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_START_SECONDS);
        while (!isTrue(condition)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the cluster does not come up");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private static boolean isTrue(java.util.function.BooleanSupplier condition) {
        try {
            return condition.getAsBoolean();
        } catch (JedisException e) {
            return false;
        }
    }

    private <T> T with(int server, java.util.function.Function<Jedis, T> use) {
        try (Jedis jedis = new Jedis("127.0.0.1", servers.get(server).port())) {
            return use.apply(jedis);
        }
    }

    /** Its servers: the masters first, then the replicas. */
    public List<RedisServer> servers() {
        return servers;
    }

    /** What a client connects to. */
    public URI uri() {
        return URI.create(servers.stream()
                .map(server -> "127.0.0.1:" + server.port())
                .collect(Collectors.joining(",", "redis-cluster://", "")));
    }

    @Override
    public void close() {
        servers.forEach(RedisServer::close);
    }
}
