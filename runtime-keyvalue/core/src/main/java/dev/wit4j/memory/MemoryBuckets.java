package dev.wit4j.memory;

import dev.wit4j.Bytes;
import dev.wit4j.journal.BucketChange;
import dev.wit4j.journal.Buckets;
import dev.wit4j.journal.Counter;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.KeyOrder;
import dev.wit4j.journal.Outcome;
import dev.wit4j.value.Text;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.TreeMap;
import java.util.UUID;

/** The buckets of a store. */
final class MemoryBuckets implements Buckets {
    private static final int REMOVED_AT_ONCE = 2;

    private final MemoryStorage storage;
    private final InstantSource clock;
    private final Map<String, NavigableMap<Place, Stored>> buckets = new HashMap<>();
    private final Queue<Deadline> deadlines = new PriorityQueue<>(Comparator.comparing(Deadline::time));

    /** Where a key stands in its bucket. */
    private record Place(long order, String key) {
        static final Comparator<Place> ORDER =
                Comparator.comparingLong(Place::order).thenComparing(Place::key);

        static Place of(String key) {
            return new Place(KeyOrder.of(key), key);
        }
    }

    /** A value; it is no longer there from {@code expires} on. */
    private record Stored(Bytes value, Optional<Instant> expires) {}

    /** When a key expires, unless it was set again. */
    private record Deadline(Instant time, String bucket, Place place) {}

    MemoryBuckets(MemoryStorage storage, InstantSource clock) {
        this.storage = storage;
        this.clock = clock;
    }

    @Override
    public Optional<Bytes> get(String bucket, String key) {
        return storage.locked(() -> find(bucket, key).map(Stored::value));
    }

    @Override
    public List<Optional<Bytes>> getAll(String bucket, List<String> keys, long bytes) {
        return storage.locked(() -> Buckets.super.getAll(bucket, keys, bytes));
    }

    @Override
    public boolean exists(String bucket, String key) {
        return storage.locked(() -> find(bucket, key).isPresent());
    }

    @Override
    public Page keys(String bucket, OptionalLong after, int limit) {
        return storage.locked(() -> page(bucket, after.orElse(-1), limit));
    }

    private Page page(String bucket, long after, int limit) {
        List<String> keys = new ArrayList<>();
        long last = after;
        Place first = new Place(after + 1, "");
        for (Map.Entry<Place, Stored> entry : bucket(bucket).tailMap(first).entrySet()) {
            Place place = entry.getKey();
            if (!expired(entry.getValue())) {
                if (keys.size() >= limit && place.order() > last) {
                    return new Page(keys, OptionalLong.of(last));
                }
                keys.add(place.key());
                last = place.order();
            }
        }
        return new Page(keys, OptionalLong.empty());
    }

    @Override
    public Outcome apply(Effect.OnBucket effect) {
        String write = UUID.randomUUID().toString();
        Outcome outcome = storage.locked(() -> applyUnlocked(effect, write));
        storage.written(effect);
        return outcome;
    }

    /**
     * Applies an effect; call with the store's lock.
     *
     * @param write the id of the write
     */
    Outcome applyUnlocked(Effect.OnBucket effect, String write) {
        if (!storage.isWatched(effect.bucket())) {
            return change(effect);
        }
        List<String> keys = effect.keys().stream().distinct().toList();
        List<Boolean> present =
                keys.stream().map(key -> find(effect.bucket(), key).isPresent()).toList();
        Outcome outcome = change(effect);
        if (!(outcome instanceof Outcome.Mismatch) && !(outcome instanceof Outcome.Refused)) {
            for (int i = 0; i < keys.size(); i++) {
                Optional<Bytes> value = find(effect.bucket(), keys.get(i)).map(Stored::value);
                if (value.isPresent() || present.get(i)) {
                    storage.tell(new BucketChange(write + "/" + i, effect.bucket(), keys.get(i), value));
                }
            }
        }
        return outcome;
    }

    private Outcome change(Effect.OnBucket effect) {
        if (effect instanceof Effect.Put put) {
            store(put.bucket(), put.key(), new Stored(put.value(), deadline(put.expiresAfterMillis())));
            return Outcome.DONE;
        }
        if (effect instanceof Effect.PutAll putAll) {
            putAll.entries().forEach(entry -> store(putAll.bucket(), entry.key(), lasting(entry.value())));
            return Outcome.DONE;
        }
        if (effect instanceof Effect.Delete delete) {
            return new Outcome.Count(delete.keys().stream()
                    .filter(key -> remove(delete.bucket(), key))
                    .count());
        }
        if (effect instanceof Effect.Increment increment) {
            return increment(increment);
        }
        return swap((Effect.CompareAndSwap) effect);
    }

    private Outcome increment(Effect.Increment effect) {
        Optional<Stored> before = find(effect.bucket(), effect.key());
        Outcome outcome = Counter.add(before.map(Stored::value), effect.delta(), effect.range());
        if (outcome instanceof Outcome.Number number) {
            Bytes sum = Counter.format(number.bits(), effect.range());
            store(effect.bucket(), effect.key(), new Stored(sum, before.flatMap(Stored::expires)));
        }
        return outcome;
    }

    private Outcome swap(Effect.CompareAndSwap effect) {
        Optional<Bytes> found = find(effect.bucket(), effect.key()).map(Stored::value);
        if (!found.equals(effect.expected())) {
            return new Outcome.Mismatch(found);
        }
        if (effect.removes()) {
            remove(effect.bucket(), effect.key());
        } else {
            store(effect.bucket(), effect.key(), new Stored(effect.value(), deadline(effect.expiresAfterMillis())));
        }
        return Outcome.DONE;
    }

    private Optional<Instant> deadline(OptionalLong millis) {
        return millis.isPresent() ? Optional.of(clock.instant().plusMillis(millis.getAsLong())) : Optional.empty();
    }

    private static Stored lasting(Bytes value) {
        return new Stored(value, Optional.empty());
    }

    private Optional<Stored> find(String bucket, String key) {
        Text.check(key, "key");
        return Optional.ofNullable(bucket(bucket).get(Place.of(key))).filter(stored -> !expired(stored));
    }

    private void store(String bucket, String key, Stored stored) {
        Place place = Place.of(key);
        bucket(bucket).put(place, stored);
        if (stored.expires().isPresent()) {
            removeExpired();
            deadlines.add(new Deadline(stored.expires().get(), bucket, place));
        }
    }

    /** Takes a few of those out that have expired: more than one for each that comes, so that they do not pile up. */
    private void removeExpired() {
        for (int i = 0; i < REMOVED_AT_ONCE; i++) {
            Deadline first = deadlines.peek();
            if (first == null || clock.instant().isBefore(first.time())) {
                return;
            }
            deadlines.remove();
            bucket(first.bucket()).computeIfPresent(first.place(), (place, stored) -> expired(stored) ? null : stored);
        }
    }

    private boolean remove(String bucket, String key) {
        Stored removed = bucket(bucket).remove(Place.of(key));
        return removed != null && !expired(removed);
    }

    private boolean expired(Stored stored) {
        return stored.expires().isPresent()
                && !clock.instant().isBefore(stored.expires().get());
    }

    private NavigableMap<Place, Stored> bucket(String name) {
        Text.check(name, "name of a bucket");
        return buckets.computeIfAbsent(name, absent -> new TreeMap<>(Place.ORDER));
    }
}
