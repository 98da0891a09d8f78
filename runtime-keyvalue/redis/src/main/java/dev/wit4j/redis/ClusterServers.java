package dev.wit4j.redis;

import dev.wit4j.journal.StorageException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.stream.IntStream;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.util.JedisClusterCRC16;

/** The nodes of a cluster. */
final class ClusterServers implements Topology {
    private static final int SLOTS = 16384;

    private final List<HostAndPort> seeds;
    private final Function<HostAndPort, Server> connect;
    private final Map<HostAndPort, Server> servers = new ConcurrentHashMap<>();
    private final AtomicReferenceArray<HostAndPort> masters = new AtomicReferenceArray<>(SLOTS);

    /**
     * A cluster.
     *
     * @param seeds some of its nodes
     * @throws StorageException if none of them answers
     */
    ClusterServers(List<HostAndPort> seeds, Function<HostAndPort, Server> connect) {
        this.seeds = seeds;
        this.connect = connect;
        refresh();
        if (masters.get(0) == null) {
            close();
            throw new StorageException(
                    "none of the nodes " + seeds + " answers as one of a cluster that serves every slot");
        }
    }

    @Override
    public Server server(byte[] key) {
        HostAndPort master = masters.get(JedisClusterCRC16.getSlot(key));
        return server(master == null ? seeds.get(0) : master);
    }

    @Override
    public Server server(HostAndPort address) {
        return servers.computeIfAbsent(address, connect);
    }

    /** Asks one node after the other, first those that were known last. */
    @Override
    public synchronized void refresh() {
        Set<HostAndPort> known = new LinkedHashSet<>();
        masters().forEach(server -> known.add(server.address()));
        known.addAll(seeds);
        known.addAll(servers.keySet());
        for (HostAndPort node : known) {
            if (learnFrom(node)) {
                return;
            }
        }
    }

    private boolean learnFrom(HostAndPort node) {
        try {
            List<?> ranges = (List<?>) server(node)
                    .exchange(connection ->
                            connection.executeCommand(new CommandArguments(Command.CLUSTER).add("SLOTS")));
            ranges.forEach(range -> learn((List<?>) range, node));
            return !ranges.isEmpty();
        } catch (NoReplyException | RefusedException e) {
            return false;
        }
    }

    private void learn(List<?> range, HostAndPort asked) {
        int first = Math.toIntExact((Long) range.get(0));
        int last = Math.toIntExact((Long) range.get(1));
        List<?> node = (List<?>) range.get(2);
        String host = Redis.text(node.get(0));
        HostAndPort master =
                new HostAndPort(host.isEmpty() ? asked.getHost() : host, Math.toIntExact((Long) node.get(1)));
        for (int slot = first; slot <= last; slot++) {
            masters.set(slot, master);
        }
    }

    @Override
    public List<Server> masters() {
        return IntStream.range(0, SLOTS)
                .mapToObj(masters::get)
                .filter(java.util.Objects::nonNull)
                .distinct()
                .map(this::server)
                .toList();
    }

    @Override
    public boolean slotsAreApart() {
        return true;
    }

    @Override
    public void close() {
        servers.values().forEach(Server::close);
    }
}
