package dev.wit4j.keyvalue.bucket;

import java.util.Optional;
import java.util.Set;

/**
 * How buckets are offered to components.
 *
 * @param limits how large things may be
 * @param access who may do what
 * @param declaredBuckets the only buckets there are; empty if every name is a bucket, but for that of {@link CacheOptions} in which
 *     it is who may fill a key
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

    /** Whether components have a bucket of that name; that of the rights to fill what is cached they never have. */
    public boolean offers(String bucket) {
        return !bucket.equals(cache.vacancies())
                && (declaredBuckets.isEmpty() || declaredBuckets.get().contains(bucket));
    }
}
