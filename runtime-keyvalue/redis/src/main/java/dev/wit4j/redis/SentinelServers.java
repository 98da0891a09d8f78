package dev.wit4j.redis;

import dev.wit4j.journal.StorageException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Protocol.Command;

/** The master that sentinels name. */
final class SentinelServers implements Topology {
    private final List<Server> sentinels;
    private final String name;
    private final Function<HostAndPort, Server> connect;
    private final SharedLook looks = new SharedLook(() -> look(new ArrayList<>()));
    private volatile @Nullable Server master;
    private boolean closed;

    /**
     * A master behind sentinels.
     *
     * @param name under which they know it
     * @throws StorageException if none of them knows where it is
     */
    SentinelServers(List<Server> sentinels, String name, Function<HostAndPort, Server> connect) {
        this.sentinels = sentinels;
        this.name = name;
        this.connect = connect;
        List<String> failures = new ArrayList<>();
        look(failures);
        if (master == null) {
            close();
            throw new StorageException(
                    "none of the sentinels leads to a master by the name " + name + ": " + String.join("; ", failures));
        }
    }

    @Override
    public Server server(byte[] key) {
        return known();
    }

    private Server known() {
        Server known = master;
        if (known == null) {
            throw new StorageException("no sentinel knows the master " + name);
        }
        return known;
    }

    @Override
    public Server server(HostAndPort address) {
        return known();
    }

    @Override
    public void refresh() {
        looks.take();
    }

    /**
     * Asks one sentinel after the other, first those that answered last, until one names a server that is a master: a sentinel may
     * not have heard yet that another one took over.
     *
     * @param failures gets why each of the others was of no use
     */
    private void look(List<String> failures) {
        Set<HostAndPort> inVain = new HashSet<>();
        for (Server sentinel : sentinels.stream()
                .sorted(Comparator.comparing(Server::isSilent))
                .toList()) {
            try {
                Optional<HostAndPort> named = ask(sentinel);
                if (named.isEmpty()) {
                    failures.add(sentinel.address() + ": knows no master " + name);
                } else if (inVain.add(named.get())) {
                    use(named.get());
                    return;
                }
            } catch (NoReplyException | RefusedException e) {
                failures.add(sentinel.address() + ": " + e.getMessage());
            }
        }
    }

    private Optional<HostAndPort> ask(Server sentinel) {
        List<?> address = sentinel.exchange(
                connection -> (List<?>) connection.executeCommand(new CommandArguments(Command.SENTINEL)
                        .add("get-master-addr-by-name")
                        .add(name)));
        return Optional.ofNullable(address)
                .map(hostAndPort -> new HostAndPort(
                        Redis.text(hostAndPort.get(0)), Integer.parseInt(Redis.text(hostAndPort.get(1)))));
    }

    /**
     * Goes to the master that a sentinel names.
     *
     * @throws NoReplyException if it does not answer
     * @throws RefusedException if it is none
     */
    private void use(HostAndPort named) {
        Server before = master;
        if (before != null && before.address().equals(named)) {
            before.look();
            return;
        }
        Server next = connect.apply(named);
        boolean used = false;
        try {
            next.look();
            used = true;
        } finally {
            if (!used) {
                next.close();
            }
        }
        replace(before, next);
    }

    private synchronized void replace(@Nullable Server before, Server next) {
        master = next;
        if (before != null) {
            before.replace();
        }
        if (closed) {
            next.close();
        }
    }

    @Override
    public List<Server> masters() {
        return List.of(known());
    }

    @Override
    public boolean slotsAreApart() {
        return false;
    }

    @Override
    public synchronized void close() {
        closed = true;
        sentinels.forEach(Server::close);
        Server known = master;
        if (known != null) {
            known.close();
        }
    }
}
