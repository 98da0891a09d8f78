package dev.wit4j.redis;

import java.util.concurrent.ThreadLocalRandom;

/**
 * The number of a claim: the milliseconds of the clock and random bits below them, so that no two claims have the same, also
 * where the store has lost the trace of an earlier one. Use by one thread.
 */
final class Epoch {
    private static final int RANDOM_BITS = 20;

    private long value;

    long value() {
        return value;
    }

    /** Takes another number, greater than the one before. */
    void raise() {
        raiseAbove(value);
    }

    /** Takes a number greater than {@code least}, which may come from a clock that is ahead of this one. */
    void raiseAbove(long least) {
        long random = ThreadLocalRandom.current().nextLong(1L << RANDOM_BITS);
        long clock = System.currentTimeMillis() << RANDOM_BITS | random;
        value = clock > least ? clock : least + 1 + random;
    }
}
