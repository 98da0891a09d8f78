package dev.wit4j.embedded.log;

import java.time.Duration;
import java.time.InstantSource;

/**
 * How a log is kept.
 *
 * @param segmentSize of a file in bytes, a multiple of 512
 * @param lingering how long a record that nobody waits for may stay in memory
 * @param clock the time that is written into frames
 */
public record LogOptions(int segmentSize, Duration lingering, InstantSource clock) {
    private static final int SMALLEST_SEGMENT = 4096;

    public LogOptions {
        if (segmentSize < SMALLEST_SEGMENT || segmentSize % SegmentHeader.SIZE != 0) {
            throw new IllegalArgumentException("the size of a segment is a multiple of " + SegmentHeader.SIZE
                    + " and at least " + SMALLEST_SEGMENT + ", not " + segmentSize);
        }
    }
}
