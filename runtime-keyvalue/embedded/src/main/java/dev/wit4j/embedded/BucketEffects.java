package dev.wit4j.embedded;

import dev.wit4j.Bytes;
import dev.wit4j.embedded.change.Change;
import dev.wit4j.embedded.change.Place;
import dev.wit4j.embedded.table.Rows;
import dev.wit4j.journal.Counter;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.Outcome;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;

/** Turns effects on buckets into changes and an outcome. */
final class BucketEffects {
    /** About what a key takes in memory. */
    private static final long KEY = 256;

    private final BucketStore store;
    private final StoreClock clock;
    private final KeyLocks locks = new KeyLocks();

    BucketEffects(BucketStore store, StoreClock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Does something while others are kept from the keys that {@code effect} is about. */
    <T> T locked(Effect.OnBucket effect, Supplier<T> action) {
        return locks.with(places(effect), action);
    }

    private static List<Place> places(Effect.OnBucket effect) {
        return effect.keys().stream().map(key -> Place.of(effect.bucket(), key)).toList();
    }

    /** About how many bytes the changes of {@code effect} take in memory. */
    static long size(Effect.OnBucket effect) {
        if (effect instanceof Effect.Put put) {
            return put.value().size();
        }
        if (effect instanceof Effect.PutAll putAll) {
            return putAll.entries().stream()
                    .mapToLong(entry -> KEY + entry.value().size())
                    .sum();
        }
        if (effect instanceof Effect.Delete delete) {
            return KEY * delete.keys().size();
        }
        return effect instanceof Effect.CompareAndSwap swap ? swap.value().size() : 0;
    }

    /**
     * Adds the changes that {@code effect} comes to, with its keys locked.
     *
     * @return its outcome, and the record that this rests on
     */
    BucketStore.Seen<Outcome> resolve(Effect.OnBucket effect, Transaction transaction) {
        if (effect instanceof Effect.Put put) {
            put(Place.of(put.bucket(), put.key()), put.value(), deadline(put.expiresAfterMillis()), transaction);
            return new BucketStore.Seen<>(Outcome.DONE, 0);
        }
        if (effect instanceof Effect.PutAll putAll) {
            putAll.entries()
                    .forEach(entry -> put(
                            Place.of(putAll.bucket(), entry.key()), entry.value(), OptionalLong.empty(), transaction));
            return new BucketStore.Seen<>(Outcome.DONE, 0);
        }
        if (effect instanceof Effect.Delete delete) {
            return delete(delete, transaction);
        }
        if (effect instanceof Effect.Increment increment) {
            return increment(increment, transaction);
        }
        return swap((Effect.CompareAndSwap) effect, transaction);
    }

    private BucketStore.Seen<Outcome> delete(Effect.Delete effect, Transaction transaction) {
        Set<Place> places = new LinkedHashSet<>(places(effect));
        long count = 0;
        long record = 0;
        for (Place place : places) {
            BucketStore.Seen<Optional<Rows.Entry>> found = store.find(place);
            record = Math.max(record, found.record());
            if (found.value().isPresent()) {
                count++;
                remove(place, transaction);
            }
        }
        return new BucketStore.Seen<>(new Outcome.Count(count), record);
    }

    private BucketStore.Seen<Outcome> increment(Effect.Increment effect, Transaction transaction) {
        Place place = Place.of(effect.bucket(), effect.key());
        BucketStore.Seen<Optional<Rows.Entry>> found = store.find(place);
        Outcome outcome = Counter.add(found.value().map(Rows.Entry::value), effect.delta(), effect.range());
        if (outcome instanceof Outcome.Number number) {
            OptionalLong expires = found.value().map(Rows.Entry::expires).orElse(OptionalLong.empty());
            put(place, Counter.format(number.bits(), effect.range()), expires, transaction);
        }
        return new BucketStore.Seen<>(outcome, found.record());
    }

    private BucketStore.Seen<Outcome> swap(Effect.CompareAndSwap effect, Transaction transaction) {
        Place place = Place.of(effect.bucket(), effect.key());
        BucketStore.Seen<Optional<Rows.Entry>> found = store.find(place);
        Optional<Bytes> value = found.value().map(Rows.Entry::value);
        if (!value.equals(effect.expected())) {
            return new BucketStore.Seen<>(new Outcome.Mismatch(value), found.record());
        }
        if (!effect.removes()) {
            put(place, effect.value(), deadline(effect.expiresAfterMillis()), transaction);
        } else if (value.isPresent()) {
            remove(place, transaction);
        }
        return new BucketStore.Seen<>(Outcome.DONE, found.record());
    }

    private OptionalLong deadline(OptionalLong millis) {
        return millis.isPresent() ? OptionalLong.of(clock.now() + millis.getAsLong()) : millis;
    }

    private void remove(Place place, Transaction transaction) {
        transaction.add(new Change.Remove(place));
        transaction.publish(store.overlay().publication(place, Optional.empty(), OptionalLong.empty()));
    }

    private void put(Place place, Bytes bytes, OptionalLong expires, Transaction transaction) {
        Value value = transaction.add(new Change.Put(place, bytes, expires), bytes);
        transaction.publish(store.overlay().publication(place, Optional.of(value), expires));
    }
}
