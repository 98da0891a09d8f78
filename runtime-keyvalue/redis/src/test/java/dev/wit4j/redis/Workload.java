package dev.wit4j.redis;

import java.util.List;
import java.util.function.Function;
import redis.clients.jedis.util.JedisClusterCRC16;

/** What is run again and again while servers and hosts fail, and looked at afterwards. */
enum Workload {
    /** A worker that does every kind of effect in a row. */
    EFFECTS("b/0", Keys.member(EffectsWorkload.WORKER), EffectsWorkload::run),

    /** A worker that writes to a bucket, and one that hears of it. */
    WATCH("b/0", Keys.member(WatchWorkload.WATCHER), WatchWorkload::run),

    /** A worker that counts, and those who call it. */
    CALLS("b/0", Keys.member(CallsWorkload.WORKER), CallsWorkload::run),

    /** Workers that use the cache, and meet there. */
    CACHE("cache/0", Keys.member(CacheWorkload.ONE), CacheWorkload::run);

    private final String shard;
    private final String worker;
    private final Function<RedisStorage, List<String>> toItsEnd;

    Workload(String shard, String worker, Function<RedisStorage, List<String>> toItsEnd) {
        this.shard = shard;
        this.worker = worker;
        this.toItsEnd = toItsEnd;
    }

    /**
     * Runs it to its end; what of it was done before is not done again.
     *
     * @return what is wrong afterwards
     */
    List<String> run(RedisStorage storage) {
        return toItsEnd.apply(storage);
    }

    /** The slot of the bucket that it writes to. */
    int bucketSlot() {
        return JedisClusterCRC16.getSlot("{" + shard + "}");
    }

    /** The slot of journal and mailbox of a worker that has both in use. */
    int workerSlot() {
        return JedisClusterCRC16.getSlot("{" + worker + "}");
    }
}
