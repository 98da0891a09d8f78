package dev.wit4j.embedded;

import dev.wit4j.embedded.change.Place;
import java.util.Collection;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Locks for keys, so that what an effect finds is what it changes. Keys share locks; all are taken in one order. */
final class KeyLocks {
    private static final int COUNT = 256;

    private final ReentrantLock[] locks = new ReentrantLock[COUNT];

    KeyLocks() {
        for (int i = 0; i < COUNT; i++) {
            locks[i] = new ReentrantLock();
        }
    }

    /** Does something with the locks of {@code places}. */
    <T> T with(Collection<Place> places, Supplier<T> action) {
        int[] indices = places.stream()
                .mapToInt(place -> (place.hashCode() >>> 8) % COUNT)
                .distinct()
                .sorted()
                .toArray();
        for (int index : indices) {
            locks[index].lock();
        }
        try {
            return action.get();
        } finally {
            for (int index : indices) {
                locks[index].unlock();
            }
        }
    }
}
