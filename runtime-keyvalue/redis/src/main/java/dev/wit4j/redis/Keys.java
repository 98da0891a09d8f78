package dev.wit4j.redis;

import dev.wit4j.journal.KeyOrder;
import dev.wit4j.journal.WorkerId;
import dev.wit4j.value.Text;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.IntStream;

/**
 * The names of the keys, which are the layout of the store: {@code docs/redis.md} describes it. Names of users are
 * percent-escaped, and what belongs together has the same hash tag and so the same slot. Safe to share between threads.
 */
final class Keys {
    /** The version of the layout. */
    static final int VERSION = 1;

    private static final String UNESCAPED = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-";

    private static final String WORKER_PLACE = "worker ";

    /** The names of so many shards are kept at hand. */
    private static final int MOST_KNOWN_SHARDS = 10_000;

    private final String namespace;
    private final int shards;
    private final ConcurrentMap<String, OfShard[]> known = new ConcurrentHashMap<>();

    /**
     * The keys of a store.
     *
     * @param namespace begins each of them
     * @param shards how many each bucket has
     */
    Keys(String namespace, int shards) {
        this.namespace = namespace;
        this.shards = shards;
    }

    String namespace() {
        return namespace;
    }

    int shards() {
        return shards;
    }

    /** What the namespace is used with: number of shards. */
    byte[] settings() {
        return bytes("settings");
    }

    /** The set of all workers, each escaped. */
    byte[] workers() {
        return bytes("workers");
    }

    /** The registers that are due to go, by when. */
    byte[] dueRegisters() {
        return bytes("due-registers");
    }

    /** A worker as a place of registers; other places are shards, by their names. */
    static String place(WorkerId worker) {
        return WORKER_PLACE + member(worker);
    }

    /** The registers at a place. */
    byte[] registersAt(String place) {
        return place.startsWith(WORKER_PLACE)
                ? bytes("{" + place.substring(WORKER_PLACE.length()) + "}:m")
                : bytes("{" + place + "}:m");
    }

    /** The worker as it is in {@link #workers}. */
    static String member(WorkerId worker) {
        return escape(worker.component()) + "/" + escape(worker.name());
    }

    /** The worker of a {@link #member}. */
    static WorkerId worker(String member) {
        int slash = member.indexOf('/');
        return new WorkerId(unescape(member.substring(0, slash)), unescape(member.substring(slash + 1)));
    }

    /** The keys of a worker. */
    OfWorker of(WorkerId worker) {
        String tag = "{" + member(worker) + "}:";
        return new OfWorker(
                bytes(tag + "w"),
                bytes(tag + "j"),
                bytes(tag + "k"),
                bytes(tag + "q"),
                bytes(tag + "s"),
                bytes(tag + "x"),
                bytes(tag + "r"),
                bytes(tag + "m"));
    }

    /**
     * The keys of a worker.
     *
     * @param record what it is: state, epoch
     * @param journal its stream of commits
     * @param invocations by their keys: state, digest, result
     * @param queue its stream of invocations that wait
     * @param snapshots by their sequence
     * @param deadlines the invocations whose results go, by when
     * @param expected what its register has at each place on another slot, by the name of the place
     * @param registers of those that enqueue from other slots
     */
    record OfWorker(
            byte[] record,
            byte[] journal,
            byte[] invocations,
            byte[] queue,
            byte[] snapshots,
            byte[] deadlines,
            byte[] expected,
            byte[] registers) {}

    /** The shard of a bucket that a key is on. */
    OfShard shard(String bucket, String key) {
        return shard(bucket, shardOf(key));
    }

    /** The number of the shard for a key. */
    int shardOf(String key) {
        Text.check(key, "key");
        return shards == 1 ? 0 : shardOf(KeyOrder.of(key));
    }

    /** The number of the shard for an order: shards are stretches of the order, so that listing goes shard by shard. */
    int shardOf(long order) {
        return (int) (order * shards >>> KeyOrder.BITS);
    }

    /** The last order of a shard. */
    OptionalLong endOf(int shard) {
        long orders = 1L << KeyOrder.BITS;
        return OptionalLong.of(((shard + 1) * orders + shards - 1) / shards - 1);
    }

    /** A shard by its number. */
    OfShard shard(String bucket, int number) {
        OfShard[] ofBucket = known.get(bucket);
        if (ofBucket == null) {
            if ((known.size() + 1L) * shards > MOST_KNOWN_SHARDS) {
                known.clear();
            }
            ofBucket = IntStream.range(0, shards)
                    .mapToObj(each -> makeShard(bucket, each))
                    .toArray(OfShard[]::new);
            known.put(bucket, ofBucket);
        }
        return ofBucket[number];
    }

    private OfShard makeShard(String bucket, int number) {
        Text.check(bucket, "name of a bucket");
        String name = escape(bucket) + "/" + number;
        String tag = "{" + name + "}:";
        return new OfShard(
                name,
                bytes(tag + "h"),
                bytes(tag + "z"),
                bytes(tag + "x"),
                bytes(tag + "m"),
                bytes(tag + "c"),
                bytes(tag + "f"));
    }

    /**
     * The keys of a shard.
     *
     * @param name the bucket, escaped, and the number
     * @param values by their keys
     * @param order the keys by their {@link KeyOrder}
     * @param deadlines the keys that expire, by when
     * @param registers by worker: the last of its intents that was done here
     * @param changes as a stream, which is there if the bucket is watched
     * @param forwarder on the first shard: who forwards the changes of the bucket at present
     */
    record OfShard(
            String name,
            byte[] values,
            byte[] order,
            byte[] deadlines,
            byte[] registers,
            byte[] changes,
            byte[] forwarder) {}

    private byte[] bytes(String rest) {
        return (namespace + ":" + VERSION + ":" + rest).getBytes(StandardCharsets.UTF_8);
    }

    private static String escape(String name) {
        StringBuilder escaped = new StringBuilder(name.length());
        for (byte each : name.getBytes(StandardCharsets.UTF_8)) {
            if (UNESCAPED.indexOf(each) >= 0) {
                escaped.append((char) each);
            } else {
                escaped.append('%')
                        .append(Character.toUpperCase(Character.forDigit(each >> 4 & 15, 16)))
                        .append(Character.toUpperCase(Character.forDigit(each & 15, 16)));
            }
        }
        return escaped.toString();
    }

    private static String unescape(String escaped) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(escaped.length());
        for (int i = 0; i < escaped.length(); i++) {
            if (escaped.charAt(i) == '%') {
                bytes.write(Integer.parseInt(escaped.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                bytes.write(escaped.charAt(i));
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
