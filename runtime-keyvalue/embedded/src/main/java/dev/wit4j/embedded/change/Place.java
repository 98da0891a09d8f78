package dev.wit4j.embedded.change;

import dev.wit4j.journal.KeyOrder;

/**
 * Where a key is: its bucket, and there its place in listings.
 *
 * @param order the {@link KeyOrder} of the key
 */
public record Place(String bucket, long order, String key) implements Comparable<Place> {
    /** The place of {@code key} in {@code bucket}. */
    public static Place of(String bucket, String key) {
        return new Place(bucket, KeyOrder.of(key), key);
    }

    @Override
    public int compareTo(Place other) {
        int byBucket = bucket.compareTo(other.bucket);
        if (byBucket != 0) {
            return byBucket;
        }
        int byOrder = Long.compare(order, other.order);
        return byOrder != 0 ? byOrder : key.compareTo(other.key);
    }
}
