package dev.wit4j.redis;

import dev.wit4j.journal.StorageException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** The pauses between the attempts of one request, until they or their time are used up. Use by one thread. */
final class Patience {
    private final RedisRetries retries;
    private final long end;
    private int made = 1;

    /** For a request whose first attempt is made now. */
    Patience(RedisRetries retries) {
        this.retries = retries;
        this.end = System.nanoTime() + retries.total().toNanos();
    }

    /**
     * Pauses, unless the attempts or their time are used up.
     *
     * @return whether another attempt is to be made
     */
    boolean pause() {
        long left = end - System.nanoTime();
        if (made >= retries.attempts() || left <= 0) {
            return false;
        }
        long pause = retries.pauseAfter(made, ThreadLocalRandom.current()).toNanos();
        try {
            TimeUnit.NANOSECONDS.sleep(Math.min(pause, left));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageException("interrupted while Redis was tried again", e);
        }
        made++;
        return true;
    }
}
