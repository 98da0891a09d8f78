package dev.wit4j.embedded.log;

import dev.wit4j.embedded.file.Directory;
import dev.wit4j.embedded.file.LogFile;
import dev.wit4j.journal.StorageException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Finds the valid prefix of a log, changing nothing. A bad frame with nothing behind it that knew it to be durable is the torn
 * end of an interrupted write, and is cut; any other is damage, and is refused with its place.
 */
final class LogScanner {
    private final Directory directory;
    private final FrameReader reader = new FrameReader();
    private final List<SegmentHeader> segments = new ArrayList<>();
    private final List<String> headless = new ArrayList<>();
    private final List<String> unused = new ArrayList<>();

    private final List<LogScan.Frame> frames = new ArrayList<>();
    private LogScan.End end = new LogScan.End(0, 0, 1);
    private long durable;
    private long time;
    private boolean sealed;
    private @Nullable String cut;

    private LogScanner(Directory directory) {
        this.directory = directory;
    }

    /**
     * Scans a log.
     *
     * @return what it holds; empty if there is no log
     * @throws StorageException if what is there is damaged
     */
    static Optional<LogScan> scan(Directory directory) throws IOException {
        return new LogScanner(directory).scan();
    }

    private Optional<LogScan> scan() throws IOException {
        readHeaders();
        if (segments.isEmpty()) {
            return Optional.empty();
        }
        SegmentHeader first = segments.get(0);
        end = new LogScan.End(first.firstFrame() - 1, first.previousChecksum(), first.firstRecord());
        for (int i = 0; i < segments.size(); i++) {
            Optional<SegmentHeader> next =
                    i + 1 < segments.size() ? Optional.of(segments.get(i + 1)) : Optional.empty();
            scanSegment(segments.get(i), next);
        }
        return Optional.of(result());
    }

    private LogScan result() {
        LogScan.End base = base();
        List<LogScan.Frame> tail = frames.stream()
                .filter(frame -> frame.header().number() > base.frame())
                .toList();
        return new LogScan(segments, unused, end, tail, base, time, sealed, Optional.ofNullable(cut));
    }

    /** The last frame of the last segment that is known to be durable, or the end of the segment before it. */
    private LogScan.End base() {
        SegmentHeader last = segments.get(segments.size() - 1);
        LogScan.End base = new LogScan.End(last.firstFrame() - 1, last.previousChecksum(), last.firstRecord());
        for (LogScan.Frame frame : frames) {
            if (frame.header().number() <= durable) {
                base = frame.end();
            }
        }
        return base;
    }

    private void readHeaders() throws IOException {
        for (String name : directory.list()) {
            if (name.equals(SegmentNames.UNFINISHED)) {
                unused.add(name);
            }
            OptionalLong number = SegmentNames.parse(name);
            if (number.isPresent()) {
                Optional<SegmentHeader> header = readHeader(name, number.getAsLong());
                if (header.isEmpty()) {
                    headless.add(name);
                } else {
                    addSegment(name, header.get());
                }
            }
        }
        for (String name : headless) {
            refuseIfInUse(name);
            unused.add(name);
        }
    }

    private Optional<SegmentHeader> readHeader(String name, long number) throws IOException {
        try (LogFile file = directory.open(name)) {
            ByteBuffer block = ByteBuffer.allocate(SegmentHeader.SIZE);
            file.read(block, 0);
            Optional<SegmentHeader> header = SegmentHeader.decode(block.flip());
            if (header.isPresent() && header.get().segment() != number) {
                throw damaged(
                        name, 0, "it says that it is segment " + header.get().segment());
            }
            return header;
        } catch (SegmentHeader.UnknownFormatException e) {
            throw new StorageException("cannot open " + directory.describe(name) + ": " + e.getMessage());
        }
    }

    private void addSegment(String name, SegmentHeader header) {
        if (!segments.isEmpty()) {
            SegmentHeader previous = segments.get(segments.size() - 1);
            if (previous.log() != header.log()) {
                throw damaged(name, 0, "it belongs to another log");
            }
        }
        segments.add(header);
    }

    /** A segment without a header was never used, unless a frame in it knew that others were durable there. */
    private void refuseIfInUse(String name) throws IOException {
        long lastFrame = 0;
        try (LogFile file = directory.open(name)) {
            for (long offset = SegmentHeader.SIZE; ; ) {
                Optional<LogScan.Frame> frame = findFrame(file, offset);
                if (frame.isEmpty()) {
                    return;
                }
                lastFrame = lastFrame == 0 ? frame.get().header().number() : lastFrame;
                if (frame.get().header().durable() >= lastFrame) {
                    throw damaged(name, 0, "its header is not intact, but it holds durable records");
                }
                offset = frame.get().offset()
                        + FrameHeader.extent(frame.get().header().length());
            }
        }
    }

    private void scanSegment(SegmentHeader segment, Optional<SegmentHeader> next) throws IOException {
        String name = SegmentNames.of(segment.segment());
        if (segment.firstFrame() != end.frame() + 1 || segment.previousChecksum() != end.checksum()) {
            throw damaged(
                    name,
                    0,
                    "it begins with frame " + segment.firstFrame() + ", but the log before it ends with frame "
                            + end.frame());
        }
        frames.clear();
        sealed = false;
        durable = segment.firstFrame() - 1;
        try (LogFile file = directory.open(name)) {
            long offset = SegmentHeader.SIZE;
            while (next.isEmpty() || next.get().firstFrame() > end.frame() + 1) {
                Optional<FrameHeader> header = reader.read(file, offset);
                if (header.isEmpty() || !follows(header.get(), segment)) {
                    settleBadFrame(name, file, offset, next);
                    return;
                }
                accept(name, header.get(), offset);
                offset += FrameHeader.extent(header.get().length());
            }
        }
    }

    /**
     * A segment does not go on where those before it end, which is at {@code offset} of {@code name}. Where it does, whatever
     * stood between them is void: it was begun by a process that ended before anything in it was durable.
     */
    private StorageException gap(SegmentHeader segment, String name, long offset) {
        long before = segment.segment() - 1;
        String missing = SegmentNames.of(before);
        if (headless.contains(missing)) {
            return damaged(missing, 0, "its header is not intact, and later segments need it");
        }
        if (segments.stream().noneMatch(each -> each.segment() == before)) {
            return damaged(SegmentNames.of(segment.segment()), 0, "segment " + before + " is missing before it");
        }
        return damaged(
                name,
                offset,
                "frame " + (end.frame() + 1) + " is not intact, but was durable when segment " + segment.segment()
                        + " was begun");
    }

    private boolean follows(FrameHeader frame, SegmentHeader segment) {
        return frame.number() == end.frame() + 1
                && frame.previousChecksum() == end.checksum()
                && frame.incarnation() == segment.incarnation();
    }

    private void accept(String name, FrameHeader header, long offset) {
        long nextRecord = end.nextRecord();
        if (header.firstRecord() != nextRecord) {
            throw damaged(
                    name, offset, "record " + nextRecord + " is expected, but it begins with " + header.firstRecord());
        }
        ByteBuffer content = reader.content();
        while (content.hasRemaining()) {
            Optional<Chunk> chunk = Chunk.next(content);
            if (chunk.isEmpty()) {
                throw damaged(name, offset, "its content is malformed");
            }
            nextRecord += chunk.get().last() ? 1 : 0;
        }
        end = new LogScan.End(header.number(), header.checksum(), nextRecord);
        frames.add(new LogScan.Frame(header, offset, end));
        durable = Math.max(durable, header.durable());
        time = Math.max(time, header.time());
        sealed = header.kind() == FrameHeader.Kind.CLOSE;
    }

    /** There is no frame where one is expected: the end of what was written, the torn end, or damage. */
    private void settleBadFrame(String name, LogFile file, long offset, Optional<SegmentHeader> next)
            throws IOException {
        if (next.isPresent()) {
            throw gap(next.get(), name, offset);
        }
        long voidFrames = 0;
        for (long from = offset; ; ) {
            Optional<LogScan.Frame> found = findFrame(file, from);
            if (found.isEmpty()) {
                break;
            }
            FrameHeader later = found.get().header();
            if (later.durable() > end.frame()) {
                throw damaged(
                        name,
                        offset,
                        "frame " + (end.frame() + 1) + " is not intact, but frame " + later.number() + " at "
                                + found.get().offset() + " knew it to be durable");
            }
            voidFrames++;
            from = found.get().offset() + FrameHeader.extent(later.length());
        }
        if (voidFrames > 0 || !isZero(file, offset)) {
            cut = directory.describe(name) + " at byte " + offset + ": an interrupted write, and " + voidFrames
                    + " frames behind it that nobody was told of";
        }
    }

    /** The first intact frame at or behind {@code from}, wherever it belongs. */
    private Optional<LogScan.Frame> findFrame(LogFile file, long from) throws IOException {
        ByteBuffer window = ByteBuffer.allocate(1 << 20);
        long size = file.size();
        for (long base = from; base < size; base += window.capacity()) {
            window.clear();
            file.read(window, base);
            window.flip();
            for (int at = 0; at + 4 <= window.limit(); at += SegmentHeader.SIZE) {
                if (window.getInt(at) == FrameHeader.MAGIC) {
                    Optional<FrameHeader> header = reader.read(file, base + at);
                    if (header.isPresent()) {
                        return Optional.of(new LogScan.Frame(header.get(), base + at, end));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isZero(LogFile file, long offset) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(SegmentHeader.SIZE);
        file.read(block, offset);
        block.flip();
        while (block.hasRemaining()) {
            if (block.get() != 0) {
                return false;
            }
        }
        return true;
    }

    private StorageException damaged(String name, long offset, String what) {
        return new StorageException("the log is damaged in " + directory.describe(name) + " at byte " + offset + ": "
                + what + ". Nothing was changed; restore the folder from a copy");
    }
}
