package dev.wit4j.redis;

import redis.clients.jedis.JedisClientConfig;

/** Makes the topology of an address. */
final class Topologies {
    private Topologies() {}

    static Topology of(RedisAddress address, RedisOptions options) {
        JedisClientConfig config = address.config(options);
        return new SingleServer(new Server(
                address.hosts().get(0),
                config,
                options.connections(),
                options.replyTimeout().toMillis()));
    }
}
