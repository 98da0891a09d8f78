package dev.wit4j.embedded;

import dev.wit4j.embedded.change.Place;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What was committed to buckets and may not be in the tables yet: what is no longer here is there. Safe to share.
 */
final class BucketOverlay {
    private final ConcurrentSkipListMap<Place, Written> entries = new ConcurrentSkipListMap<>();

    /**
     * What a record said of a key.
     *
     * @param record its number
     * @param value empty if the key was removed
     * @param expires when it vanishes, in milliseconds of the epoch; empty for never
     */
    record Written(long record, Optional<Value> value, OptionalLong expires) {}

    /**
     * What {@code place} holds: what was written where that is known, and else what the tables hold. They are asked last, because
     * what goes from here between the two questions is there already.
     *
     * @param loaded gives what was written; empty if it has gone to the tables meanwhile
     */
    <T> T read(Place place, Function<Written, Optional<T>> loaded, Supplier<T> tables) {
        return Optional.ofNullable(entries.get(place)).flatMap(loaded).orElseGet(tables);
    }

    /** What the tables may not know of the keys of {@code bucket} behind the order {@code after}, as of now. */
    NavigableMap<Place, Written> behind(String bucket, long after) {
        var found = new TreeMap<Place, Written>();
        for (var entry : entries.tailMap(new Place(bucket, after + 1, "")).entrySet()) {
            if (!entry.getKey().bucket().equals(bucket)) {
                break;
            }
            found.put(entry.getKey(), entry.getValue());
        }
        return found;
    }

    /** What makes others see a change of {@code place}. */
    Transaction.Publication publication(Place place, Optional<Value> value, OptionalLong expires) {
        return new Transaction.Publication() {
            private long record;

            @Override
            public void publish(long number) {
                record = number;
                entries.put(place, new Written(number, value, expires));
            }

            @Override
            public void retract() {
                Written present = entries.get(place);
                if (present != null && present.record() <= record) {
                    entries.remove(place, present);
                }
            }
        };
    }
}
