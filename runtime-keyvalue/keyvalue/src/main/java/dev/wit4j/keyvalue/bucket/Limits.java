package dev.wit4j.keyvalue.bucket;

import java.util.stream.Stream;

/**
 * How large things may be. What exceeds a limit is refused with the generation's own error, and nothing is changed.
 *
 * @param bucketNameBytes the name of a bucket, in UTF-8
 * @param keyBytes a key, in UTF-8
 * @param valueBytes a value
 * @param batchKeys the number of keys in one batch
 * @param batchBytes the keys and values of one batch together, in UTF-8, equal ones each; and the keys of a listing that is given all
 *     at once
 * @param pageKeys about how many keys a page of a listing has
 */
public record Limits(int bucketNameBytes, int keyBytes, int valueBytes, int batchKeys, int batchBytes, int pageKeys) {
    /** Names of 1 KiB, keys of 64 KiB, values of 64 MiB, batches of 10,000 keys and 128 MiB, pages of 1,000. */
    public static final Limits DEFAULT = new Limits(1 << 10, 1 << 16, 1 << 26, 10_000, 1 << 27, 1_000);

    public Limits {
        if (Stream.of(bucketNameBytes, keyBytes, valueBytes, batchKeys, batchBytes, pageKeys)
                .anyMatch(limit -> limit < 1)) {
            throw new IllegalArgumentException("limits start at 1");
        }
    }
}
