package dev.wit4j.redis;

import java.util.List;
import redis.clients.jedis.HostAndPort;

/** One server for everything. */
final class SingleServer implements Topology {
    private final Server server;

    SingleServer(Server server) {
        this.server = server;
    }

    @Override
    public Server server(byte[] key) {
        return server;
    }

    @Override
    public Server server(HostAndPort address) {
        return server;
    }

    @Override
    public void refresh() {}

    @Override
    public List<Server> masters() {
        return List.of(server);
    }

    @Override
    public boolean slotsAreApart() {
        return false;
    }

    @Override
    public void close() {
        server.close();
    }
}
