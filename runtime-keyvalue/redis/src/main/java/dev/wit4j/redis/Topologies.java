package dev.wit4j.redis;

import java.util.function.Function;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;

/** Makes the topology of an address. */
final class Topologies {
    private Topologies() {}

    static Topology of(RedisAddress address, RedisOptions options) {
        Function<HostAndPort, Server> servers = servers(address.config(options), options);
        return switch (address.kind()) {
            case SERVER -> new SingleServer(servers.apply(address.hosts().get(0)));
            case CLUSTER -> new ClusterServers(address.hosts(), servers);
            case SENTINEL -> {
                Function<HostAndPort, Server> sentinels = servers(address.sentinelConfig(options), options);
                yield new SentinelServers(
                        address.hosts().stream().map(sentinels).toList(),
                        address.master().orElseThrow(),
                        servers);
            }
        };
    }

    private static Function<HostAndPort, Server> servers(JedisClientConfig config, RedisOptions options) {
        long waitMillis = options.replyTimeout().toMillis();
        return host -> new Server(host, config, options.connections(), waitMillis);
    }
}
