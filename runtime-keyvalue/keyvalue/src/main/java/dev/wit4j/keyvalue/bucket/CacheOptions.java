package dev.wit4j.keyvalue.bucket;

import java.time.Duration;

/**
 * Where the values of {@code cache} are, and how long workers wait for each other.
 *
 * @param bucket the bucket that holds them, one like any other; who may fill which key is in a second one, of this name and
 *     {@code /vacancies}, which components do not have, declared or not. The same in all hosts that share a store
 * @param lease for how long a worker that was given the right to fill a key has it before another one may get it as well
 * @param patience for how long a worker waits at most for a key that another one may fill; longer than the lease, or it gives up
 *     before it gets the turn of one that was lost
 */
public record CacheOptions(String bucket, Duration lease, Duration patience) {
    /** The bucket {@code cache}, 30 seconds to fill a key, a minute to wait. */
    public static final CacheOptions DEFAULT =
            new CacheOptions("cache", Duration.ofSeconds(30), Duration.ofSeconds(60));

    public CacheOptions {
        if (lease.toMillis() < 1 || patience.isNegative()) {
            throw new IllegalArgumentException("a lease takes a millisecond at least, and patience is not negative");
        }
    }

    /** The bucket that says who may fill which key. */
    String vacancies() {
        return bucket + "/vacancies";
    }
}
