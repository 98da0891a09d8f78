package dev.wit4j.redis;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How a request is tried again that was not answered, or was refused for a while. It is given up when either its attempts or its
 * time are used up.
 *
 * @param attempts at most so many in all, from 1
 * @param first the pause before the second attempt, less than half an hour; each further one is twice as long
 * @param longest what no pause exceeds, less than half an hour
 * @param jitter what part of a pause is left to chance, from 0 to 1: so that those who failed together come back apart
 * @param total for how long, counted from the first attempt, another one may begin; less than half an hour
 */
public record RedisRetries(int attempts, Duration first, Duration longest, double jitter, Duration total) {
    /** What is later than an hour has no effect: see {@code docs/redis.md}. */
    private static final Duration LONGEST = Duration.ofMinutes(30);

    /** Up to a thousand attempts within ten seconds, with pauses from 2 to 250 ms of which half is left to chance. */
    public static final RedisRetries DEFAULT =
            new RedisRetries(1000, Duration.ofMillis(2), Duration.ofMillis(250), 0.5, Duration.ofSeconds(10));

    public RedisRetries {
        if (attempts < 1
                || first.isNegative()
                || first.compareTo(LONGEST) >= 0
                || longest.isNegative()
                || longest.compareTo(LONGEST) >= 0
                || total.isNegative()
                || total.compareTo(LONGEST) >= 0
                || !(jitter >= 0 && jitter <= 1)) {
            throw new IllegalArgumentException("retries need at least 1 attempt, pauses and a time from 0 to less than"
                    + " half an hour, and a jitter from 0 to 1");
        }
    }

    /** These with another number of attempts. */
    public RedisRetries withAttempts(int value) {
        return new RedisRetries(value, first, longest, jitter, total);
    }

    /** These with another time. */
    public RedisRetries withTotal(Duration value) {
        return new RedisRetries(attempts, first, longest, jitter, value);
    }

    /**
     * How long to wait.
     *
     * @param made how many attempts were made, from 1
     * @param random where chance comes from
     */
    Duration pauseAfter(int made, RandomGenerator random) {
        double pause = Math.min(first.toNanos() * Math.pow(2, made - 1.0), longest.toNanos());
        return Duration.ofNanos(Math.round(pause * (1 - jitter * random.nextDouble())));
    }
}
