package dev.wit4j.host;

import dev.wit4j.journal.WorkerId;
import dev.wit4j.keyvalue.bucket.KeyValueOptions;
import dev.wit4j.keyvalue.system.GuestLog;
import dev.wit4j.redis.RedisOptions;
import java.util.Map;

/**
 * How a host offers what components import.
 *
 * @param keyValue how buckets are offered: limits, access, which there are
 * @param redis how Redis is used, where the URI does not say and the store is there
 * @param watches by bucket the worker that hears of its changes
 * @param log where the messages go that components log
 */
public record HostOptions(KeyValueOptions keyValue, RedisOptions redis, Map<String, WorkerId> watches, GuestLog log) {
    /** What is used unless something else is said. */
    public static final HostOptions DEFAULT =
            new HostOptions(KeyValueOptions.DEFAULT, RedisOptions.DEFAULT, Map.of(), GuestLog.SLF4J);

    public HostOptions {
        watches = Map.copyOf(watches);
    }

    /** These with others for buckets. */
    public HostOptions withKeyValue(KeyValueOptions value) {
        return new HostOptions(value, redis, watches, log);
    }

    /** These with others for Redis. */
    public HostOptions withRedis(RedisOptions value) {
        return new HostOptions(keyValue, value, watches, log);
    }

    /** These with other watches. */
    public HostOptions withWatches(Map<String, WorkerId> value) {
        return new HostOptions(keyValue, redis, value, log);
    }

    /** These with another place for messages. */
    public HostOptions withLog(GuestLog value) {
        return new HostOptions(keyValue, redis, watches, value);
    }
}
