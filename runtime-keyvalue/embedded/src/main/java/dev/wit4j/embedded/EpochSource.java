package dev.wit4j.embedded;

import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Numbers for claims: greater than all before, and drawn so that a claim does not get a number again that was given before a
 * store lost its end.
 */
final class EpochSource {
    private static final int RANDOM_BITS = 20;

    private final StoreClock clock;
    private final SecureRandom random = new SecureRandom();
    private final AtomicLong latest = new AtomicLong();

    EpochSource(StoreClock clock) {
        this.clock = clock;
    }

    /** An epoch greater than {@code last} and all that were given here: milliseconds and random bits, where that is greater. */
    long after(long last) {
        long drawn = clock.now() << RANDOM_BITS | random.nextInt(1 << RANDOM_BITS);
        return latest.updateAndGet(given -> Math.max(Math.max(last, given) + 1, drawn));
    }
}
