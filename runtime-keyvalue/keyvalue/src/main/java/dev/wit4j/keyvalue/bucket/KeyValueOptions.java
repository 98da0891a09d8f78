package dev.wit4j.keyvalue.bucket;

import java.util.Optional;
import java.util.Set;

/**
 * How buckets are offered to components.
 *
 * @param limits how large things may be
 * @param access who may do what
 * @param declaredBuckets the only buckets there are; empty if every name is a bucket
 * @param cache where cached values are
 */
public record KeyValueOptions(
        Limits limits, AccessRules access, Optional<Set<String>> declaredBuckets, CacheOptions cache) {
    /** The default limits, every component may do everything, every name is a bucket. */
    public static final KeyValueOptions DEFAULT =
            new KeyValueOptions(Limits.DEFAULT, AccessRules.ALLOW_ALL, Optional.empty(), CacheOptions.DEFAULT);

    public KeyValueOptions {
        declaredBuckets = declaredBuckets.map(Set::copyOf);
    }

    /** Whether there is a bucket of that name. */
    public boolean offers(String bucket) {
        return declaredBuckets.isEmpty() || declaredBuckets.get().contains(bucket);
    }
}
