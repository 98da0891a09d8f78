package dev.wit4j.embedded;

import java.time.Duration;
import java.time.InstantSource;

/**
 * How an embedded store is kept. Start with {@link #defaults} and change what has to be different.
 *
 * @param segmentSize of a file of the log in bytes, a multiple of 512 and at least 4096
 * @param lingering how long a commit that nobody waits for may stay in memory
 * @param memory about how many bytes may wait for the tables in memory, at least 64 KiB; who commits more waits
 * @param checkedWhenOpened up to how many bytes the tables are read whole and checked when the store is opened; larger ones are
 *     checked row by row as they are read
 * @param clock the time by which keys expire; the store never lets it go back
 */
public record EmbeddedOptions(
        int segmentSize, Duration lingering, long memory, long checkedWhenOpened, InstantSource clock) {
    private static final int SEGMENT_SIZE = 16 << 20;
    private static final Duration LINGERING = Duration.ofMillis(10);
    private static final long CHECKED = 64L << 20;
    private static final int SMALLEST_SEGMENT = 4096;
    private static final int BLOCK = 512;
    private static final long LEAST_MEMORY = 64L << 10;

    public EmbeddedOptions {
        if (segmentSize < SMALLEST_SEGMENT || segmentSize % BLOCK != 0) {
            throw new IllegalArgumentException("a segment has at least " + SMALLEST_SEGMENT
                    + " bytes and a multiple of " + BLOCK + ", not " + segmentSize);
        }
        if (lingering.isNegative() || checkedWhenOpened < 0) {
            throw new IllegalArgumentException("neither lingering nor checkedWhenOpened is negative");
        }
        if (memory < LEAST_MEMORY) {
            throw new IllegalArgumentException(
                    "a store needs at least " + LEAST_MEMORY + " bytes of memory, not " + memory);
        }
    }

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
