package dev.wit4j.embedded;

import java.time.Duration;
import java.time.InstantSource;

/**
 * How an embedded store is kept. Start with {@link #defaults} and change what has to be different.
 *
 * @param segmentSize of a file of the log in bytes, a multiple of 512 and at least 4096
 * @param lingering how long a commit that nobody waits for may stay in memory
 * @param memory about how many bytes may wait for the tables in memory; who commits more waits
 * @param checkedWhenOpened up to how many bytes the tables are read whole and checked when the store is opened; larger ones are
 *     checked row by row as they are read
 * @param clock the time by which keys expire; the store never lets it go back
 */
public record EmbeddedOptions(
        int segmentSize, Duration lingering, long memory, long checkedWhenOpened, InstantSource clock) {
    private static final int SEGMENT_SIZE = 16 << 20;
    private static final Duration LINGERING = Duration.ofMillis(10);
    private static final long CHECKED = 64L << 20;

    /** What suits most. */
    public static EmbeddedOptions defaults() {
        long memory =
                Math.max(8L << 20, Math.min(128L << 20, Runtime.getRuntime().maxMemory() / 8));
        return new EmbeddedOptions(SEGMENT_SIZE, LINGERING, memory, CHECKED, InstantSource.system());
    }

    /** These with another {@link #segmentSize}. */
    public EmbeddedOptions withSegmentSize(int bytes) {
        return new EmbeddedOptions(bytes, lingering, memory, checkedWhenOpened, clock);
    }

    /** These with another {@link #memory}. */
    public EmbeddedOptions withMemory(long bytes) {
        return new EmbeddedOptions(segmentSize, lingering, bytes, checkedWhenOpened, clock);
    }

    /** These with another {@link #checkedWhenOpened}. */
    public EmbeddedOptions withCheckedWhenOpened(long bytes) {
        return new EmbeddedOptions(segmentSize, lingering, memory, bytes, clock);
    }

    /** These with another {@link #clock}. */
    public EmbeddedOptions withClock(InstantSource source) {
        return new EmbeddedOptions(segmentSize, lingering, memory, checkedWhenOpened, source);
    }
}
