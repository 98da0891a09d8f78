package dev.wit4j.redis;

import redis.clients.jedis.Connection;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;

/** A connection that knows how many were made before it: a server that restarted is only reached over younger ones. */
final class ServerConnection extends Connection {
    private final long number;

    ServerConnection(HostAndPort address, JedisClientConfig config, long number) {
        super(address, config);
        this.number = number;
    }

    long number() {
        return number;
    }
}
