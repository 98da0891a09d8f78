package dev.wit4j.runtime;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * What becomes of an invocation that fails without a declared error: how often it is tried, and how long the worker waits before
 * it is tried again. An attempt that gets further than all before it, by a call that is recorded, is the first again: of many
 * calls that fail now and then each has all its attempts.
 *
 * @param attempts how often without getting further, from 1
 * @param first the delay before the second attempt
 * @param factor what each further delay is longer by, from 1
 * @param longest what no delay exceeds, before jitter
 * @param jitter what part of a delay is left to chance, from 0 to 1: so that workers that failed together come back apart
 */
public record RetryPolicy(int attempts, Duration first, double factor, Duration longest, double jitter) {
    /** One attempt. */
    public static final RetryPolicy NONE = new RetryPolicy(1, Duration.ZERO, 1, Duration.ZERO, 0);

    /** Three attempts in a row; delays from 100 ms, tripled each time, not over a second. */
    public static final RetryPolicy DEFAULT =
            new RetryPolicy(3, Duration.ofMillis(100), 3, Duration.ofSeconds(1), 0.15);

    public RetryPolicy {
        if (attempts < 1
                || first.isNegative()
                || longest.isNegative()
                || !(factor >= 1)
                || !(jitter >= 0 && jitter <= 1)) {
            throw new IllegalArgumentException(
                    "a retry policy needs at least 1 attempt, delays from 0, a factor from 1 and a jitter from 0 to 1");
        }
    }

    /**
     * How long to wait.
     *
     * @param failed how many attempts have failed, from 1
     * @param random where chance comes from
     */
    Duration delayAfter(int failed, RandomGenerator random) {
        double delay = Math.min(Nanoseconds.of(first) * Math.pow(factor, failed - 1.0), Nanoseconds.of(longest));
        return Duration.ofNanos(Math.round(delay * (1 + jitter * (2 * random.nextDouble() - 1))));
    }
}
