package dev.wit4j.redis;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.Protocol.Command;

/** A connection that knows how many were made before it: a server that restarted is only reached over younger ones. */
final class ServerConnection extends Connection {
    private final long number;
    private boolean asking;

    ServerConnection(HostAndPort address, JedisClientConfig config, long number) {
        super(address, config);
        this.number = number;
    }

    long number() {
        return number;
    }

    /** Makes an exchange with a node to which another one has sent it, because it has the slot so far only for those who are sent. */
    <T extends @Nullable Object> T asking(Function<ServerConnection, T> exchange) {
        asking = true;
        try {
            return exchange.apply(this);
        } finally {
            asking = false;
        }
    }

    /** That it was sent is said before each command: it is forgotten with the next, even if that is refused. */
    @Override
    public Object executeCommand(CommandArguments command) {
        if (asking) {
            super.executeCommand(new CommandArguments(Command.ASKING));
        }
        return super.executeCommand(command);
    }
}
