package dev.wit4j.redis;

import dev.wit4j.Bytes;
import dev.wit4j.journal.BucketReader;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Reads buckets, and notes on which shards: what rests on them has to be as durable as they are. */
final class NotedReads implements BucketReader {
    private final BucketReader buckets;
    private final Keys keys;
    private final Consumer<Keys.OfShard> note;

    NotedReads(BucketReader buckets, Keys keys, Consumer<Keys.OfShard> note) {
        this.buckets = buckets;
        this.keys = keys;
        this.note = note;
    }

    @Override
    public Optional<Bytes> get(String bucket, String key) {
        note.accept(keys.shard(bucket, key));
        return buckets.get(bucket, key);
    }

    @Override
    public List<Optional<Bytes>> getAll(String bucket, List<String> all, long bytes) {
        ShardedKeys.of(keys, bucket, all).forEach(part -> note.accept(part.shard()));
        return buckets.getAll(bucket, all, bytes);
    }

    @Override
    public boolean exists(String bucket, String key) {
        note.accept(keys.shard(bucket, key));
        return buckets.exists(bucket, key);
    }

    @Override
    public Page keys(String bucket, OptionalLong after, int limit) {
        for (int shard = 0; shard < keys.shards(); shard++) {
            note.accept(keys.shard(bucket, shard));
        }
        return buckets.keys(bucket, after, limit);
    }
}
