package dev.wit4j.runtime;

import java.time.Duration;

/**
 * How long the results of calls are kept. As long as a result is there, the same key has the same answer, and with other
 * arguments is refused. When it is gone, the key is as if nobody had used it: a call under it is made anew. So a caller that may
 * ask again must do so within the time that is promised here. Results of calls by other workers, whose asking again has no limit
 * in time, are kept as long as the worker whatever is said here.
 */
public sealed interface ResultRetention {
    /** As long as the worker. */
    record Forever() implements ResultRetention {}

    /**
     * For so long at least, counted from when the result was recorded; some time after that it goes. It is fixed for each result
     * when it is recorded: a host that keeps them less long, or that comes later, lets none of these go earlier.
     */
    record AtLeast(Duration time) implements ResultRetention {
        private static final Duration LEAST = Duration.ofMillis(1);
        private static final Duration MOST = Duration.ofDays(365_000);

        public AtLeast {
            if (time.compareTo(LEAST) < 0 || time.compareTo(MOST) > 0) {
                throw new IllegalArgumentException("results cannot be kept for " + time + "; " + LEAST
                        + " is the least, and for more than " + MOST + " there is Forever");
            }
        }
    }
}
