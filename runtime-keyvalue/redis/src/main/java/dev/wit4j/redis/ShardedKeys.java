package dev.wit4j.redis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Those of several keys that are on one shard.
 *
 * @param shard where
 * @param keys which
 * @param places where each of them stands among all
 */
record ShardedKeys(Keys.OfShard shard, List<String> keys, List<Integer> places) {
    /** The keys by their shards, each part in their order. */
    static Collection<ShardedKeys> of(Keys layout, String bucket, List<String> keys) {
        Map<Integer, ShardedKeys> parts = new TreeMap<>();
        for (int i = 0; i < keys.size(); i++) {
            int number = layout.shardOf(keys.get(i));
            ShardedKeys part = parts.computeIfAbsent(
                    number,
                    absent -> new ShardedKeys(layout.shard(bucket, number), new ArrayList<>(), new ArrayList<>()));
            part.keys().add(keys.get(i));
            part.places().add(i);
        }
        return parts.values();
    }
}
