package dev.wit4j.runtime;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Idempotency keys that nobody else has: UUIDs of version 7, each greater than all before it here, so that a store finds the
 * place of a new key at the end. Within a process they differ by their time and a count, among processes by 62 random bits.
 */
final class FreshKeys {
    private static final int COUNT_BITS = 12;
    private static final long VERSION = 7L << COUNT_BITS;
    private static final long VARIANT = 1L << 63;
    private static final long PROCESS = new SecureRandom().nextLong() >>> 2 | VARIANT;

    /** Milliseconds of the epoch and, in the lowest bits, a count. */
    private static final AtomicLong LATEST = new AtomicLong();

    private FreshKeys() {}

    /** The next key. */
    static String next() {
        long now = System.currentTimeMillis() << COUNT_BITS;
        long time = LATEST.updateAndGet(latest -> Math.max(latest + 1, now));
        long count = time & (1 << COUNT_BITS) - 1;
        return new UUID(time >>> COUNT_BITS << 16 | VERSION | count, PROCESS).toString();
    }
}
