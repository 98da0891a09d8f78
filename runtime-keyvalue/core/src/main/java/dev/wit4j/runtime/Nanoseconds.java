package dev.wit4j.runtime;

import java.time.Duration;

/** Durations as the timers of the Java platform take them: what is longer than they can count, 292 years, is as long as that. */
final class Nanoseconds {
    private static final Duration MOST = Duration.ofNanos(Long.MAX_VALUE);

    private Nanoseconds() {}

    /** How many {@code duration} is, at most {@link Long#MAX_VALUE}; 0 if it is negative. */
    static long of(Duration duration) {
        if (duration.isNegative()) {
            return 0;
        }
        return duration.compareTo(MOST) > 0 ? Long.MAX_VALUE : duration.toNanos();
    }
}
