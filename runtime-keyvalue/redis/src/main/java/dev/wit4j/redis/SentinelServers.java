package dev.wit4j.redis;

import dev.wit4j.journal.StorageException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Protocol.Command;

/** The master that sentinels agree on. */
final class SentinelServers implements Topology {
    private final List<Server> sentinels;
    private final String name;
    private final Function<HostAndPort, Server> connect;
    private volatile @Nullable Server master;

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
        refresh();
        if (master == null) {
            close();
            throw new StorageException("none of the sentinels "
                    + sentinels.stream().map(Server::address).toList() + " knows a master by the name " + name);
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
    public synchronized void refresh() {
        sentinels.stream()
                .flatMap(sentinel -> ask(sentinel).stream())
                .findFirst()
                .ifPresent(this::use);
    }

    private Optional<HostAndPort> ask(Server sentinel) {
        try {
            List<?> address = sentinel.exchange(
                    connection -> (List<?>) connection.executeCommand(new CommandArguments(Command.SENTINEL)
                            .add("get-master-addr-by-name")
                            .add(name)));
            return Optional.ofNullable(address)
                    .map(hostAndPort -> new HostAndPort(
                            Redis.text(hostAndPort.get(0)), Integer.parseInt(Redis.text(hostAndPort.get(1)))));
        } catch (NoReplyException | RefusedException e) {
            return Optional.empty();
        }
    }

    private void use(HostAndPort address) {
        Server before = master;
        if (before == null || !before.address().equals(address)) {
            master = connect.apply(address);
            if (before != null) {
                before.close();
            }
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
    public void close() {
        sentinels.forEach(Server::close);
        Server known = master;
        if (known != null) {
            known.close();
        }
    }
}
