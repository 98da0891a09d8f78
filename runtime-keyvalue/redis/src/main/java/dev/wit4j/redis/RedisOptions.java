package dev.wit4j.redis;

import java.time.Duration;
import java.util.Map;

/**
 * How Redis is used, where the URI does not say.
 *
 * @param namespace begins the name of every key; letters, digits, {@code . _ -} and {@code :}
 * @param connections at most so many at once to each server
 * @param connectTimeout how long connecting may take, from 1 ms
 * @param replyTimeout how long a reply may take, from 1 ms, before it is found out what became of the request
 * @param retries how a request is tried again when servers are not reachable or refuse for a while
 * @param shards over how many slots of a cluster the keys of a bucket spread; fixed when a namespace is first used
 * @param replicas how many replicas must have a write before a reply rests on it; 0 to rely on the master alone
 * @param tls certificates for TLS
 * @param sentinels as whom to connect to sentinels, which have users of their own
 */
public record RedisOptions(
        String namespace,
        int connections,
        Duration connectTimeout,
        Duration replyTimeout,
        RedisRetries retries,
        int shards,
        int replicas,
        RedisTls tls,
        RedisCredentials sentinels) {

    private static final Duration SHORTEST_TIMEOUT = Duration.ofMillis(1);
    private static final Duration LONGEST_TIMEOUT = Duration.ofMillis(Integer.MAX_VALUE);

    /** What is used unless something else is said. */
    public static final RedisOptions DEFAULT = new RedisOptions(
            "wit4j",
            64,
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            RedisRetries.DEFAULT,
            1,
            0,
            RedisTls.DEFAULT,
            RedisCredentials.NONE);

    public RedisOptions {
        if (!namespace.matches("[A-Za-z0-9._:-]+")) {
            throw new IllegalArgumentException(
                    "'" + namespace + "' is no namespace: use letters, digits and the characters . _ - :");
        }
        atLeast(1, connections, "connections");
        atLeast(1, shards, "shards");
        if (shards > 1024) {
            throw new IllegalArgumentException("shards is " + shards + ", it must be at most 1024");
        }
        atLeast(0, replicas, "replicas");
        aTimeout(connectTimeout, "connectTimeout");
        aTimeout(replyTimeout, "replyTimeout");
    }

    /** Sockets wait in whole milliseconds, and where it is 0 of them, for ever. */
    private static void aTimeout(Duration value, String name) {
        if (value.compareTo(SHORTEST_TIMEOUT) < 0 || value.compareTo(LONGEST_TIMEOUT) > 0) {
            throw new IllegalArgumentException(name + " is " + value + ", it must be from "
                    + SHORTEST_TIMEOUT.toMillis() + " ms to " + LONGEST_TIMEOUT.toMillis() + " ms");
        }
    }

    private static void atLeast(int least, int value, String name) {
        if (value < least) {
            throw new IllegalArgumentException(name + " is " + value + ", it must be at least " + least);
        }
    }

    /**
     * These with some options by the names that a URI has for them.
     *
     * @param values by name, as text
     * @throws IllegalArgumentException if a name is that of no option, or a value none of its option; the message says what there is
     */
    public RedisOptions with(Map<String, String> values) {
        return NamedOptions.of(values, this);
    }

    /** These with another namespace. */
    public RedisOptions withNamespace(String value) {
        return new RedisOptions(
                value, connections, connectTimeout, replyTimeout, retries, shards, replicas, tls, sentinels);
    }

    /** These with another number of connections. */
    public RedisOptions withConnections(int value) {
        return new RedisOptions(
                namespace, value, connectTimeout, replyTimeout, retries, shards, replicas, tls, sentinels);
    }

    /** These with another time to connect. */
    public RedisOptions withConnectTimeout(Duration value) {
        return new RedisOptions(namespace, connections, value, replyTimeout, retries, shards, replicas, tls, sentinels);
    }

    /** These with another time for a reply. */
    public RedisOptions withReplyTimeout(Duration value) {
        return new RedisOptions(
                namespace, connections, connectTimeout, value, retries, shards, replicas, tls, sentinels);
    }

    /** These with another time for which a request is tried. */
    public RedisOptions withRetryFor(Duration value) {
        return withRetries(retries.withTotal(value));
    }

    /** These with another policy for requests that are tried again. */
    public RedisOptions withRetries(RedisRetries value) {
        return new RedisOptions(
                namespace, connections, connectTimeout, replyTimeout, value, shards, replicas, tls, sentinels);
    }

    /** These with another number of shards. */
    public RedisOptions withShards(int value) {
        return new RedisOptions(
                namespace, connections, connectTimeout, replyTimeout, retries, value, replicas, tls, sentinels);
    }

    /** These with another number of replicas. */
    public RedisOptions withReplicas(int value) {
        return new RedisOptions(
                namespace, connections, connectTimeout, replyTimeout, retries, shards, value, tls, sentinels);
    }

    /** These with other certificates. */
    public RedisOptions withTls(RedisTls value) {
        return new RedisOptions(
                namespace, connections, connectTimeout, replyTimeout, retries, shards, replicas, value, sentinels);
    }

    /** These with other credentials for sentinels. */
    public RedisOptions withSentinels(RedisCredentials value) {
        return new RedisOptions(
                namespace, connections, connectTimeout, replyTimeout, retries, shards, replicas, tls, value);
    }
}
