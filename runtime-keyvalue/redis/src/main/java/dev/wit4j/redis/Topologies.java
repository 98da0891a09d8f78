package dev.wit4j.redis;

import java.util.function.Function;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;

/** Makes the topology of an address. */
final class Topologies {
    private Topologies() {}

    static Topology of(RedisAddress address, RedisOptions options) {
        boolean cluster = address.kind() == RedisAddress.Kind.CLUSTER;
        Function<HostAndPort, Server> servers =
                servers(address.config(options), options, host -> new ServerChecks(host, cluster));
        return switch (address.kind()) {
            case SERVER -> new SingleServer(servers.apply(address.hosts().get(0)));
            case CLUSTER -> new ClusterServers(address.hosts(), servers);
            case SENTINEL -> {
                Function<HostAndPort, Server> sentinels =
                        servers(address.sentinelConfig(options), options, host -> connection -> "");
                yield new SentinelServers(
                        address.hosts().stream().map(sentinels).toList(),
                        address.master().orElseThrow(),
                        servers);
            }
        };
    }

    private static Function<HostAndPort, Server> servers(
            JedisClientConfig config,
            RedisOptions options,
            Function<HostAndPort, Function<ServerConnection, String>> checks) {
        long waitMillis = options.replyTimeout().toMillis();
        return host -> new Server(host, config, checks.apply(host), options.connections(), waitMillis);
    }
}
