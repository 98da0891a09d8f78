package dev.wit4j.host;

import java.util.function.Function;
import java.util.function.Supplier;
import redis.clients.jedis.Jedis;

/** A store that runs, and is empty as often as a test wants. */
final class RunningStore implements AutoCloseable {
    private final Supplier<String> next;
    private final Function<String, Jedis> connection;
    private final Runnable stop;

    private RunningStore(Supplier<String> next, Function<String, Jedis> connection, Runnable stop) {
        this.next = next;
        this.connection = connection;
        this.stop = stop;
    }

    /** A store in this process. */
    static RunningStore here(Supplier<String> next) {
        Function<String, Jedis> none = key -> {
            throw new UnsupportedOperationException("it is not on Redis");
        };
        return new RunningStore(next, none, () -> {});
    }

    /**
     * A store on Redis.
     *
     * @param connection opens one to the server that has a key
     */
    static RunningStore onRedis(Supplier<String> next, Function<String, Jedis> connection, Runnable stop) {
        return new RunningStore(next, connection, stop);
    }

    /** The URI of an empty store. */
    String empty() {
        return next.get();
    }

    /** A connection to the server of Redis that has a key. */
    Jedis connection(String key) {
        return connection.apply(key);
    }

    @Override
    public void close() {
        stop.run();
    }
}
