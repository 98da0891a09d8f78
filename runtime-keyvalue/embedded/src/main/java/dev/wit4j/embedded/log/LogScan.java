package dev.wit4j.embedded.log;

import java.util.List;
import java.util.Optional;

/**
 * What the files of a log hold: a valid prefix of what was written.
 *
 * @param segments in use, in their order
 * @param unused names of files that hold nothing of the log: made ahead, or of an opening that was interrupted
 * @param last the end of the prefix
 * @param tail the frames of the last segment that were not known to be durable, in their order
 * @param base the frame before the tail
 * @param time of the last frame, in milliseconds of the epoch
 * @param sealed whether the log was closed in order
 * @param cut what was written behind the prefix and is void: a write that was interrupted; empty if there is nothing
 */
record LogScan(
        List<SegmentHeader> segments,
        List<String> unused,
        End last,
        List<Frame> tail,
        End base,
        long time,
        boolean sealed,
        Optional<String> cut) {
    /**
     * Behind a frame.
     *
     * @param frame its number; 0 in front of the first
     * @param checksum of the frame
     * @param nextRecord the number of the record that comes next; one that is not complete does not count
     */
    record End(long frame, int checksum, long nextRecord) {}

    /**
     * A frame and where it is.
     *
     * @param offset in its segment
     * @param end behind it
     */
    record Frame(FrameHeader header, long offset, End end) {}
}
