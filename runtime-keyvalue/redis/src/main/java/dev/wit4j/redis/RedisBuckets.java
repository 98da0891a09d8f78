package dev.wit4j.redis;

import dev.wit4j.Bytes;
import dev.wit4j.journal.Buckets;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.NotABucketException;
import dev.wit4j.journal.Outcome;
import dev.wit4j.journal.StorageException;
import dev.wit4j.journal.TooManyBytesException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;

/** The buckets of a store. */
final class RedisBuckets implements Buckets {
    private static final Script EXISTS = Script.of("values", "passed", "exists");
    private static final Script GET_ALL = Script.of("values", "get-all");
    private static final Script LIST = Script.of("values", "passed", "list");

    /** About so many bytes, of keys or of values, go over a connection at once. */
    private static final int BYTES_AT_ONCE = 1 << 20;

    /** A script that looks at more keys takes too long from others. */
    private static final int KEYS_AT_ONCE = 1000;

    private final Redis redis;
    private final Keys keys;
    private final Durability durability;
    private final RedisChanges changes;

    RedisBuckets(Redis redis, Keys keys, Durability durability, RedisChanges changes) {
        this.redis = redis;
        this.keys = keys;
        this.durability = durability;
        this.changes = changes;
    }

    @Override
    public Optional<Bytes> get(String bucket, String key) {
        byte[] values = keys.shard(bucket, key).values();
        CommandArguments get = new CommandArguments(Command.HGET).add(values).add(Redis.bytes(key));
        return read(bucket, () -> Optional.ofNullable(redis.find(values, get))).flatMap(stored -> live(values, stored));
    }

    private static <T> T read(String bucket, Supplier<T> question) {
        try {
            return question.get();
        } catch (StorageException e) {
            if (e.getCause() instanceof RefusedException refused
                    && refused.code().equals("WRONGTYPE")) {
                throw new NotABucketException(bucket, e);
            }
            throw e;
        }
    }

    private Optional<Bytes> live(byte[] place, byte[] stored) {
        StoredValue value = StoredValue.parse(stored);
        boolean passed = value.deadline().isPresent() && value.deadline().getAsLong() <= time(place);
        return passed ? Optional.empty() : Optional.of(value.value());
    }

    /** The clock of the server that has a key, in milliseconds. */
    private long time(byte[] place) {
        List<?> time = (List<?>) redis.run(place, new CommandArguments(Command.TIME));
        return Long.parseLong(Redis.text(time.get(0))) * 1000 + Long.parseLong(Redis.text(time.get(1))) / 1000;
    }

    @Override
    public List<Optional<Bytes>> getAll(String bucket, List<String> all, long bytes) {
        List<Optional<Bytes>> found = new ArrayList<>();
        all.forEach(key -> found.add(Optional.empty()));
        long room = bytes;
        for (ShardedKeys part : ShardedKeys.of(keys, bucket, all)) {
            int done = 0;
            while (done < part.keys().size()) {
                for (Object value : some(part, done, bucket)) {
                    if (value != null) {
                        Bytes content = Bytes.wrap((byte[]) value);
                        room -= content.size();
                        found.set(part.places().get(done), Optional.of(content));
                    }
                    done++;
                }
                if (room < 0) {
                    throw new TooManyBytesException(bucket, bytes);
                }
            }
        }
        return List.copyOf(found);
    }

    /** The values of some of the keys of a shard from one place on, in one request and one answer of bounded size. */
    private List<?> some(ShardedKeys part, int from, String bucket) {
        byte[] values = part.shard().values();
        List<byte[]> arguments = new ArrayList<>();
        arguments.add(Redis.bytes(Integer.toString(BYTES_AT_ONCE)));
        int room = BYTES_AT_ONCE;
        int end = Math.min(part.keys().size(), from + KEYS_AT_ONCE);
        for (int i = from; i < end && room > 0; i++) {
            byte[] key = Redis.bytes(part.keys().get(i));
            room -= key.length;
            arguments.add(key);
        }
        return read(bucket, () -> (List<?>) redis.run(GET_ALL, List.of(values), arguments));
    }

    @Override
    public boolean exists(String bucket, String key) {
        Keys.OfShard shard = keys.shard(bucket, key);
        Object reply = read(
                bucket, () -> redis.run(EXISTS, List.of(shard.values(), shard.deadlines()), List.of(Redis.bytes(key))));
        return (Long) reply == 1;
    }

    @Override
    public Page keys(String bucket, OptionalLong after, int limit) {
        int number = after.isPresent() ? keys.shardOf(after.getAsLong()) : 0;
        String start = after.isPresent() ? "(" + after.getAsLong() : "-inf";
        List<String> found = new ArrayList<>();
        while (true) {
            Keys.OfShard shard = keys.shard(bucket, number);
            String from = start;
            OptionalLong next = read(bucket, () -> page(shard, from, Math.max(1, limit - found.size()), found));
            number++;
            start = "-inf";
            if (next.isPresent() || number >= keys.shards() || found.size() >= limit) {
                return new Page(found, next.isPresent() || number >= keys.shards() ? next : keys.endOf(number - 1));
            }
        }
    }

    /** Adds the page of one shard to {@code found}, and says where its next begins. */
    private OptionalLong page(Keys.OfShard shard, String start, int limit, List<String> found) {
        List<?> reply = (List<?>) redis.run(
                LIST,
                List.of(shard.values(), shard.order(), shard.deadlines()),
                List.of(Redis.bytes(start), Redis.bytes(Integer.toString(limit))));
        reply.subList(1, reply.size()).forEach(key -> found.add(Redis.text(key)));
        String next = Redis.text(reply.get(0));
        return next.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(next));
    }

    @Override
    public Outcome apply(Effect.OnBucket effect) {
        String write = UUID.randomUUID().toString();
        List<Outcome> outcomes = ShardedEffect.parts(keys, effect).stream()
                .map(part -> apply(part, write))
                .toList();
        changes.written(effect);
        return ShardedEffect.joined(outcomes);
    }

    /**
     * Applies an effect to one shard. Errors that are not about the effect are waited for, a reply that does not come is not:
     * it may have been applied.
     */
    private Outcome apply(ShardedEffect part, String write) {
        EffectCall call = part.call(write);
        Patience patience = redis.patience();
        while (true) {
            try {
                Object reply = redis.attempt(call.within("apply"), call.keys(), connection -> call.arguments());
                durability.await(part.shard().values());
                return OutcomeText.parse((byte[]) reply);
            } catch (RefusedException e) {
                redis.notice(e);
                if (!Redis.passes(e)) {
                    return OutcomeText.parse(OutcomeText.of(e));
                }
                if (!patience.pause()) {
                    throw new StorageException("Redis refuses to write: " + e.getMessage(), e);
                }
            } catch (NoReplyException e) {
                redis.notice(e);
                if (e.sent() || !patience.pause()) {
                    throw new StorageException(
                            "it is not known whether bucket " + part.effect().bucket() + " was written: "
                                    + e.getMessage(),
                            e);
                }
            }
        }
    }
}
