package dev.wit4j.redis;

import dev.wit4j.journal.StorageException;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;

/**
 * When a write is as durable as was asked for. On the master it is as durable as its persistence makes it once it has answered;
 * replicas are waited for here.
 */
final class Durability {
    private final Redis redis;
    private final int replicas;
    private final long timeoutMillis;

    Durability(Redis redis, RedisOptions options) {
        this.redis = redis;
        this.replicas = options.replicas();
        this.timeoutMillis = Math.max(1, options.replyTimeout().toMillis() / 2);
    }

    /** Whether there is something to wait for. */
    boolean waitsForReplicas() {
        return replicas > 0;
    }

    /**
     * Returns when everything that was written so far on the server of {@code key} is on as many replicas as was asked for.
     *
     * @throws StorageException if that does not come about
     */
    void await(byte[] key) {
        if (!waitsForReplicas()) {
            return;
        }
        Patience patience = redis.patience();
        long reached;
        do {
            // A connection waits for what was written before its own last command, whoever wrote it.
            reached = redis.run(key, connection -> {
                connection.executeCommand(Command.PING);
                return (Long) connection.executeCommand(
                        new CommandArguments(Command.WAIT).add(replicas).add(timeoutMillis));
            });
        } while (reached < replicas && patience.pause());
        if (reached < replicas) {
            throw new StorageException(
                    "only " + reached + " of " + replicas + " replicas have what was written: see that they run");
        }
    }
}
