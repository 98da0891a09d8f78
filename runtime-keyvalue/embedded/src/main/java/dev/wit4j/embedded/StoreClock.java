package dev.wit4j.embedded;

import java.time.InstantSource;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/** The time of a store, which never goes back: what has expired stays so. Safe to share. */
final class StoreClock {
    private final InstantSource source;
    private final AtomicLong latest;

    /** A clock that shows no time before {@code floor}, in milliseconds of the epoch. */
    StoreClock(InstantSource source, long floor) {
        this.source = source;
        latest = new AtomicLong(floor);
    }

    /** Milliseconds of the epoch. */
    long now() {
        return latest.accumulateAndGet(source.millis(), Math::max);
    }

    /** Whether something that expires at {@code deadline} has. */
    boolean hasPassed(OptionalLong deadline) {
        return deadline.isPresent() && deadline.getAsLong() <= now();
    }
}
