package dev.wit4j.redis;

import dev.wit4j.journal.StorageException;
import java.time.Duration;

/** The pauses between attempts, growing, until the time is up. Use by one thread. */
final class Patience {
    private static final long FIRST_PAUSE_MILLIS = 2;
    private static final long LONGEST_PAUSE_MILLIS = 250;

    private final long end;
    private long pauseMillis = FIRST_PAUSE_MILLIS;

    Patience(Duration time) {
        end = System.nanoTime() + time.toNanos();
    }

    /**
     * Pauses, unless the time is up.
     *
     * @return whether another attempt is worth it
     */
    boolean pause() {
        if (System.nanoTime() - end >= 0) {
            return false;
        }
        try {
            Thread.sleep(pauseMillis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageException("interrupted while Redis was tried again", e);
        }
        pauseMillis = Math.min(2 * pauseMillis, LONGEST_PAUSE_MILLIS);
        return true;
    }
}
