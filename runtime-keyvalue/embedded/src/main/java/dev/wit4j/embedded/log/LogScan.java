package dev.wit4j.embedded.log;

import dev.wit4j.embedded.file.Directory;
import dev.wit4j.journal.StorageException;
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
    /** The last segment, of which there is at least one. */
    SegmentHeader lastSegment() {
        return segments.get(segments.size() - 1);
    }

    /**
     * Checks that log and tables are of one piece.
     *
     * @param applied the last record that the tables hold
     * @throws StorageException if one of them lacks what the other needs
     */
    void requireJoined(Directory directory, long applied) {
        long lastRecord = last.nextRecord() - 1;
        if (lastRecord < applied) {
            throw new StorageException("the log in " + directory.describe("") + " is damaged: it ends with record "
                    + lastRecord + ", but record " + applied + " was durable. "
                    + cut.map(what -> "Not intact is " + what + ". ").orElse("")
                    + "Nothing was changed; restore the folder from a copy");
        }
        SegmentHeader first = segments.get(0);
        if (first.firstRecord() > applied + 1) {
            String name = SegmentNames.of(first.segment());
            String before = unused.stream()
                    .filter(each -> SegmentNames.parse(each).isPresent() && each.compareTo(name) < 0)
                    .map(each -> ", and before it the header of " + directory.describe(each) + " is not intact")
                    .findFirst()
                    .orElse("");
            throw new StorageException("the store is damaged: the tables hold no more than record " + applied
                    + ", but the log begins with record " + first.firstRecord() + " in " + directory.describe(name)
                    + before + ". " + (applied == 0 ? "The tables were lost: r" : "R")
                    + "estore the folder from a copy");
        }
    }

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
