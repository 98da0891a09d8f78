package dev.wit4j.redis;

import dev.wit4j.journal.StorageException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/** One server and the connections to it. Nothing here is tried twice. Safe to share between threads. */
final class Server implements AutoCloseable {
    private static final AtomicLong CONNECTIONS_MADE = new AtomicLong();

    private final HostAndPort address;
    private final JedisClientConfig config;
    private final Semaphore free;
    private final long waitMillis;
    private final ConcurrentLinkedDeque<ServerConnection> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    Server(HostAndPort address, JedisClientConfig config, int connections, long waitMillis) {
        this.address = address;
        this.config = config;
        this.free = new Semaphore(connections);
        this.waitMillis = waitMillis;
    }

    HostAndPort address() {
        return address;
    }

    /**
     * Lends a connection for one exchange.
     *
     * @throws RefusedException if the server answers with an error
     * @throws NoReplyException if there is no answer
     */
    <T extends @Nullable Object> T exchange(Function<ServerConnection, T> exchange) {
        acquire();
        try {
            ServerConnection connection = borrow();
            boolean usable = false;
            try {
                T reply = exchange.apply(connection);
                usable = true;
                return reply;
            } catch (JedisDataException e) {
                usable = true;
                throw new RefusedException(String.valueOf(e.getMessage()), e);
            } catch (JedisException e) {
                dropIdle();
                throw new NoReplyException(true, e);
            } finally {
                giveBack(connection, usable && !connection.isBroken());
            }
        } finally {
            free.release();
        }
    }

    private void acquire() {
        try {
            if (!free.tryAcquire(waitMillis, TimeUnit.MILLISECONDS)) {
                throw new NoReplyException(
                        false, new JedisConnectionException("all connections to " + address + " are in use"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageException("interrupted while waiting for a connection to " + address, e);
        }
    }

    private ServerConnection borrow() {
        if (closed) {
            throw new StorageException("the store is closed");
        }
        ServerConnection connection = idle.pollFirst();
        if (connection != null) {
            return connection;
        }
        try {
            return new ServerConnection(address, config, CONNECTIONS_MADE.incrementAndGet());
        } catch (JedisDataException e) {
            throw new RefusedException(String.valueOf(e.getMessage()), e);
        } catch (JedisException e) {
            throw new NoReplyException(false, e);
        }
    }

    private void giveBack(ServerConnection connection, boolean usable) {
        if (usable && !closed) {
            idle.addFirst(connection);
        }
        if (!usable || closed) {
            connection.close();
        }
        if (closed) {
            dropIdle();
        }
    }

    /** Closes the connections that are not lent: where one failed, the others are not to be trusted. */
    private void dropIdle() {
        ServerConnection connection = idle.pollFirst();
        while (connection != null) {
            connection.close();
            connection = idle.pollFirst();
        }
    }

    @Override
    public void close() {
        closed = true;
        dropIdle();
    }
}
