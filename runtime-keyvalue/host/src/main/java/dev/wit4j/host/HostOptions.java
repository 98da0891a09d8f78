package dev.wit4j.host;

import dev.wit4j.journal.WorkerId;
import dev.wit4j.keyvalue.bucket.KeyValueOptions;
import dev.wit4j.keyvalue.system.GuestLog;
import dev.wit4j.redis.RedisOptions;
import java.util.Map;

/**
 * How a host runs components, and offers what they import.
 *
 * @param keyValue how buckets are offered: limits, access, which there are
 * @param redis how Redis is used, where the URI does not say and the store is there
 * @param workers how workers run: retries, snapshots, how long results are kept
 * @param watches by bucket the worker that hears of its changes
 * @param log where the messages go that components log
 */
public record HostOptions(
        KeyValueOptions keyValue,
        RedisOptions redis,
        WorkerOptions workers,
        Map<String, WorkerId> watches,
        GuestLog log) {
    /** What is used unless something else is said. */
    public static final HostOptions DEFAULT = new HostOptions(
            KeyValueOptions.DEFAULT, RedisOptions.DEFAULT, WorkerOptions.DEFAULT, Map.of(), GuestLog.SLF4J);

    public HostOptions {
        watches = Map.copyOf(watches);
    }

    /** These with others for buckets. */
    public HostOptions withKeyValue(KeyValueOptions value) {
        return new HostOptions(value, redis, workers, watches, log);
    }

    /** These with others for Redis. */
    public HostOptions withRedis(RedisOptions value) {
        return new HostOptions(keyValue, value, workers, watches, log);
    }

    /** These with others for workers. */
    public HostOptions withWorkers(WorkerOptions value) {
        return new HostOptions(keyValue, redis, value, watches, log);
    }

    /** These with other watches. */
    public HostOptions withWatches(Map<String, WorkerId> value) {
        return new HostOptions(keyValue, redis, workers, value, log);
    }

    /** These with another place for messages. */
    public HostOptions withLog(GuestLog value) {
        return new HostOptions(keyValue, redis, workers, watches, value);
    }
}
