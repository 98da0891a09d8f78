package dev.wit4j.redis;

import dev.wit4j.journal.StorageException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
    private final SharedLook looks = new SharedLook(() -> look(new ArrayList<>()));

    /**
     * A cluster.
     *
     * @param seeds some of its nodes
     * @throws StorageException if none of them answers as one of a cluster
     */
    ClusterServers(List<HostAndPort> seeds, Function<HostAndPort, Server> connect) {
        this.seeds = seeds;
        this.connect = connect;
        List<String> failures = new ArrayList<>();
        if (!look(failures)) {
            close();
            throw new StorageException("none of the nodes answers as one of a cluster: " + String.join("; ", failures));
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

    @Override
    public void refresh() {
        looks.take();
    }

    /**
     * Asks one node after the other, first those that answered last, until one knows where the slots are.
     *
     * @param failures gets why each of the others was of no use
     * @return whether one did
     */
    private boolean look(List<String> failures) {
        for (HostAndPort node : nodes()) {
            try {
                List<?> ranges = (List<?>) server(node)
                        .exchange(connection ->
                                connection.executeCommand(new CommandArguments(Command.CLUSTER).add("SLOTS")));
                if (!ranges.isEmpty()) {
                    learn(ranges, node);
                    return true;
                }
                failures.add(node + ": knows nobody who has slots");
            } catch (NoReplyException | RefusedException | StorageException e) {
                failures.add(node + ": " + e.getMessage());
            }
        }
        return false;
    }

    private List<HostAndPort> nodes() {
        Set<HostAndPort> known = new LinkedHashSet<>();
        addresses().forEach(known::add);
        known.addAll(seeds);
        known.addAll(servers.keySet());
        return known.stream().sorted(Comparator.comparing(this::isSilent)).toList();
    }

    private boolean isSilent(HostAndPort node) {
        Server server = servers.get(node);
        return server != null && server.isSilent();
    }

    private void learn(List<?> ranges, HostAndPort asked) {
        Set<HostAndPort> before = new HashSet<>(addresses().toList());
        ranges.forEach(range -> learnRange((List<?>) range, asked));
        addresses()
                .filter(master -> !before.contains(master))
                .forEach(master -> server(master).renew());
    }

    private void learnRange(List<?> range, HostAndPort asked) {
        int first = Math.toIntExact((Long) range.get(0));
        int last = Math.toIntExact((Long) range.get(1));
        List<?> node = (List<?>) range.get(2);
        HostAndPort master = Redis.at(
                node.get(0) == null ? "" : Redis.text(node.get(0)), Math.toIntExact((Long) node.get(1)), asked);
        for (int slot = first; slot <= last; slot++) {
            masters.set(slot, master);
        }
    }

    private Stream<HostAndPort> addresses() {
        return IntStream.range(0, SLOTS)
                .mapToObj(masters::get)
                .filter(Objects::nonNull)
                .distinct();
    }

    @Override
    public List<Server> masters() {
        return addresses().map(this::server).toList();
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
