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
    private final Function<ServerConnection, String> checks;
    private volatile Use use = Use.OPEN;
    private volatile boolean silent;
    private volatile String guarantee = "";

    /** Whether it is used, and if not, why. */
    private enum Use {
        OPEN,
        /** Another one is there instead of it. */
        REPLACED,
        CLOSED
    }

    /**
     * A server to which there is no connection yet.
     *
     * @param checks looks at the server over each new connection, and says what it guarantees
     * @param waitMillis how long a request waits for one of the connections
     */
    Server(
            HostAndPort address,
            JedisClientConfig config,
            Function<ServerConnection, String> checks,
            int connections,
            long waitMillis) {
        this.address = address;
        this.config = config;
        this.checks = checks;
        this.free = new Semaphore(connections);
        this.waitMillis = waitMillis;
    }

    HostAndPort address() {
        return address;
    }

    /** What it guarantees, in words, as of its last connection. */
    String guarantee() {
        return guarantee;
    }

    /** Whether it did not answer when it was last asked. */
    boolean isSilent() {
        return silent;
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
                if (silent) {
                    silent = false;
                }
                return reply;
            } catch (JedisDataException e) {
                usable = true;
                throw new RefusedException(String.valueOf(e.getMessage()), e);
            } catch (JedisException e) {
                silent = true;
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
        if (use == Use.CLOSED) {
            throw new StorageException("the store is closed");
        }
        if (use == Use.REPLACED) {
            throw new NoReplyException(
                    false, new JedisConnectionException("another server was made the master instead of " + address));
        }
        ServerConnection connection = idle.pollFirst();
        return connection == null ? connect() : connection;
    }

    private ServerConnection connect() {
        try {
            ServerConnection connection = new ServerConnection(address, config, CONNECTIONS_MADE.incrementAndGet());
            check(connection);
            return connection;
        } catch (JedisDataException e) {
            throw new RefusedException(String.valueOf(e.getMessage()), e);
        } catch (JedisException e) {
            silent = true;
            throw new NoReplyException(false, e);
        }
    }

    private void check(ServerConnection connection) {
        boolean fit = false;
        try {
            guarantee = checks.apply(connection);
            fit = true;
        } finally {
            if (!fit) {
                connection.close();
            }
        }
    }

    /**
     * Connects once more to look at the server as it is now.
     *
     * @throws RefusedException if it refuses
     * @throws NoReplyException if there is no answer
     * @throws StorageException if it is not fit to be used
     */
    void look() {
        connect().close();
    }

    private void giveBack(ServerConnection connection, boolean usable) {
        if (usable && use == Use.OPEN) {
            idle.addFirst(connection);
        } else {
            connection.close();
        }
        if (use != Use.OPEN) {
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

    /** Has everybody who asks from now on come over new connections. */
    void renew() {
        dropIdle();
    }

    /** Ends the use of a server that another one has been put in the place of: requests are to be made there. */
    void replace() {
        use = Use.REPLACED;
        dropIdle();
    }

    @Override
    public void close() {
        use = Use.CLOSED;
        dropIdle();
    }
}
