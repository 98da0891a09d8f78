package dev.wit4j.redis;

import dev.wit4j.journal.BucketWatcher;
import dev.wit4j.journal.Effect;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The changes of buckets that are watched. Each shard of such a bucket has a stream, and the scripts that write to a shard record
 * what they change where they find one: so every host does, whatever it knows of watches. From there a {@link ChangeForwarder}
 * takes it. Safe to share between threads.
 */
final class RedisChanges implements AutoCloseable {
    private static final Script WATCH = Script.of("watch");

    private final RedisStorage storage;
    private volatile @Nullable ChangeForwarder forwarder;

    RedisChanges(RedisStorage storage) {
        this.storage = storage;
    }

    /** From now on the changes of these buckets are recorded, whoever makes them. */
    void record(Set<String> buckets) {
        for (String bucket : buckets) {
            for (int number = 0; number < storage.keys().shards(); number++) {
                Keys.OfShard shard = storage.keys().shard(bucket, number);
                record(shard);
                storage.durability().await(shard.changes());
            }
        }
    }

    /** The same for one shard; one that has lost its stream has one again. */
    void record(Keys.OfShard shard) {
        storage.redis().run(WATCH, List.of(shard.changes()), List.of());
    }

    /** Has changes forwarded to whoever hears of them. */
    synchronized void watch(BucketWatcher watcher) {
        record(watcher.buckets());
        close();
        if (!watcher.buckets().isEmpty()) {
            forwarder = ChangeForwarder.start(storage, watcher);
        }
    }

    /** An effect was done: if its bucket is watched by this host, there may be something to forward. */
    void written(Effect.OnBucket effect) {
        ChangeForwarder present = forwarder;
        if (present != null) {
            present.written(effect.bucket());
        }
    }

    /** Ends the forwarding; what is recorded stays for the next. */
    @Override
    public synchronized void close() {
        ChangeForwarder present = forwarder;
        if (present != null) {
            present.close();
            forwarder = null;
        }
    }
}
