package dev.wit4j.embedded.log;

import dev.wit4j.embedded.file.Directory;
import dev.wit4j.embedded.file.LogFile;
import dev.wit4j.journal.StorageException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Makes a log fit for writing: finds what it holds, and begins a new segment with a copy of what may have been read from
 * memory and not from the disk. Until the new segment has its name, the log has not changed.
 */
final class LogOpening {
    private final Directory directory;
    private final LogOptions options;

    LogOpening(Directory directory, LogOptions options) {
        this.directory = directory;
        this.options = options;
    }

    /**
     * A log that can be written.
     *
     * @param nextRecord the number of the record that comes next
     * @param floor no time in the log is later, in milliseconds of the epoch
     */
    record Opened(
            ConcurrentSkipListMap<Long, SegmentHeader> segments,
            LogWriter writer,
            SegmentSupply supply,
            long nextRecord,
            long floor,
            Optional<String> cut) {}

    /**
     * Opens the log, or makes one.
     *
     * @param applied the last record that is known to have been durable
     */
    Opened open(long applied) throws IOException {
        Optional<LogScan> found = LogScanner.scan(directory);
        if (found.isPresent()) {
            LogScan scan = found.get();
            scan.requireJoined(directory, applied);
            return begin(next(scan.lastSegment(), scan.base()), scan);
        }
        if (applied > 0) {
            throw new StorageException("the log in " + directory.describe("") + " is missing: the tables hold what "
                    + applied + " records did. Restore the folder from a copy");
        }
        var none = new LogScan.End(0, 0, 1);
        var empty = new LogScan(List.of(), unusedSegments(), none, List.of(), none, 0, false, Optional.empty());
        return begin(new SegmentHeader(new SecureRandom().nextLong(), 1, 1, 1, 1, 0), empty);
    }

    private List<String> unusedSegments() throws IOException {
        return directory.list().stream()
                .filter(name -> name.equals(SegmentNames.UNFINISHED)
                        || SegmentNames.parse(name).isPresent())
                .toList();
    }

    /**
     * What comes behind the last segment; in its place, if nothing is known to be durable in it. Then not even its header may
     * be, and would be missing from under its successor after a loss of power.
     */
    private static SegmentHeader next(SegmentHeader last, LogScan.End base) {
        boolean durable = base.frame() >= last.firstFrame();
        return new SegmentHeader(
                last.log(),
                last.segment() + (durable ? 1 : 0),
                last.incarnation() + 1,
                base.frame() + 1,
                base.nextRecord(),
                base.checksum());
    }

    private Opened begin(SegmentHeader header, LogScan scan) throws IOException {
        for (String name : scan.unused()) {
            directory.delete(name);
        }
        long size = SegmentHeader.SIZE;
        for (LogScan.Frame frame : scan.tail()) {
            size += FrameHeader.extent(frame.header().length());
        }
        size = Math.max(size, options.segmentSize());
        LogFile file = SegmentSupply.make(directory, SegmentNames.UNFINISHED, size);
        var segments = new ConcurrentSkipListMap<Long, SegmentHeader>();
        try {
            LogWriter.State state = copyTail(header, scan, file, size);
            directory.rename(SegmentNames.UNFINISHED, SegmentNames.of(header.segment()));
            directory.sync();
            scan.segments().forEach(segment -> segments.put(segment.segment(), segment));
            segments.put(header.segment(), header);
            var supply = new SegmentSupply(directory, options.segmentSize(), header.segment() + 1);
            supply.prepare();
            var writer = new LogWriter(supply, segments, state);
            return new Opened(segments, writer, supply, scan.last().nextRecord(), scan.time(), scan.cut());
        } catch (IOException | RuntimeException | Error e) {
            file.close();
            throw e;
        }
    }

    private LogWriter.State copyTail(SegmentHeader header, LogScan scan, LogFile file, long size) throws IOException {
        file.write(header.encode(), 0);
        long offset = SegmentHeader.SIZE;
        long number = header.firstFrame();
        int previous = header.previousChecksum();
        for (LogScan.Frame frame : scan.tail()) {
            if (frame.header().kind() == FrameHeader.Kind.RECORDS) {
                ByteBuffer bytes = readFrame(scan.lastSegment(), frame);
                FrameHeader copy =
                        rechained(frame.header(), header, number, previous).encodeInto(bytes);
                file.write(bytes, offset);
                offset += FrameHeader.extent(copy.length());
                previous = copy.checksum();
                number++;
            }
        }
        file.sync();
        return new LogWriter.State(header, file, size, offset, number, previous, number - 1, scan.time());
    }

    private static FrameHeader rechained(FrameHeader frame, SegmentHeader segment, long number, int previousChecksum) {
        return new FrameHeader(
                0,
                frame.length(),
                previousChecksum,
                number,
                segment.incarnation(),
                segment.firstFrame() - 1,
                frame.firstRecord(),
                frame.time(),
                frame.kind());
    }

    private ByteBuffer readFrame(SegmentHeader segment, LogScan.Frame frame) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(FrameHeader.extent(frame.header().length()));
        try (LogFile file = directory.open(SegmentNames.of(segment.segment()))) {
            file.read(bytes, frame.offset());
        }
        return bytes.flip();
    }
}
