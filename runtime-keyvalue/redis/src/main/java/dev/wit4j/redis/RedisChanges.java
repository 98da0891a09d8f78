package dev.wit4j.redis;

import dev.wit4j.journal.BucketWatcher;
import dev.wit4j.journal.Effect;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;

/**
 * The changes of buckets that are watched. The scripts that write to such a bucket record what they change in a stream on the
 * shard; from there a {@link ChangeForwarder} takes it. Which buckets these are is itself in Redis, so that a host that writes
 * and knows of no watch records all the same. Safe to share between threads.
 */
final class RedisChanges implements AutoCloseable {
    private final RedisStorage storage;
    private volatile Set<String> watched;
    private @Nullable ChangeForwarder forwarder;

    private RedisChanges(RedisStorage storage, Set<String> watched) {
        this.storage = storage;
        this.watched = watched;
    }

    /** Of a store for which nobody watches. */
    static RedisChanges unwatched(RedisStorage storage) {
        return new RedisChanges(storage, Set.of());
    }

    /** Reads which buckets are watched. */
    void load() {
        byte[] key = storage.keys().watched();
        List<?> all = (List<?>) storage.redis().run(key, new CommandArguments(Command.SMEMBERS).add(key));
        watched = all.stream().map(Redis::text).collect(Collectors.toUnmodifiableSet());
    }

    /** From now on the changes of these buckets are recorded, by this host and by those that connect later. */
    void record(Set<String> buckets) {
        byte[] key = storage.keys().watched();
        CommandArguments add = new CommandArguments(Command.SADD).add(key);
        buckets.forEach(bucket -> add.add(Redis.bytes(bucket)));
        if (!buckets.isEmpty()) {
            storage.redis().run(key, add);
        }
        load();
    }

    /** Has changes forwarded to whoever hears of them. */
    synchronized void watch(BucketWatcher watcher) {
        record(watcher.buckets());
        close();
        if (!watcher.buckets().isEmpty()) {
            forwarder = ChangeForwarder.start(storage, watcher);
        }
    }

    /**
     * An effect as a script does it, with the record of what it changes if its bucket is watched.
     *
     * @param write gives the id of the write, the same for all its parts
     */
    EffectCall call(ShardedEffect part, Supplier<String> write) {
        return watched.contains(part.effect().bucket())
                ? EffectCall.onWatchedShard(part.effect(), part.shard(), write.get())
                : EffectCall.onShard(part.effect(), part.shard());
    }

    /** An effect was done: if its bucket is watched, there may be something to forward. */
    void written(Effect.OnBucket effect) {
        if (watched.contains(effect.bucket())) {
            wake();
        }
    }

    private synchronized void wake() {
        if (forwarder != null) {
            forwarder.wake();
        }
    }

    /** Ends the forwarding; what is recorded stays for the next. */
    @Override
    public synchronized void close() {
        if (forwarder != null) {
            forwarder.close();
            forwarder = null;
        }
    }
}
