package dev.wit4j.journal;

import dev.wit4j.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads buckets. A bucket that nobody wrote to is empty. A name or key with a lone surrogate is refused by an
 * {@link IllegalArgumentException}. Safe to share between threads.
 */
public interface BucketReader {
    /** The value of {@code key}, unless it is absent. */
    Optional<Bytes> get(String bucket, String key);

    /**
     * The values of {@code keys}, in their order, also when a key is there twice. No more is read than is allowed, and the value
     * by which it was too much.
     *
     * @param bytes how many they may have together, of equal keys each
     * @throws TooManyBytesException if they have more
     */
    default List<Optional<Bytes>> getAll(String bucket, List<String> keys, long bytes) {
        List<Optional<Bytes>> values = new ArrayList<>();
        long room = bytes;
        for (String key : keys) {
            Optional<Bytes> value = get(bucket, key);
            room -= value.map(Bytes::size).orElse(0);
            if (room < 0) {
                throw new TooManyBytesException(bucket, bytes);
            }
            values.add(value);
        }
        return List.copyOf(values);
    }

    /** Whether {@code key} is present. */
    boolean exists(String bucket, String key);

    /**
     * One page of the keys of a bucket, in the order of their {@link KeyOrder}. A key that is present throughout a listing is
     * in exactly one of its pages, however the bucket changes and whatever restarts in between.
     *
     * @param after the {@link Page#next} of the page before; empty for the first
     * @param limit about how many keys; a page ends between two different orders, so it may be a little longer
     */
    Page keys(String bucket, OptionalLong after, int limit);

    /**
     * A page of keys.
     *
     * @param keys in the order of the listing
     * @param next where the next page starts; empty behind the last
     */
    record Page(List<String> keys, OptionalLong next) {
        public Page {
            keys = List.copyOf(keys);
        }
    }
}
