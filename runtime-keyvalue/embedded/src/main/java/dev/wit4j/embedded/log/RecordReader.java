package dev.wit4j.embedded.log;

import dev.wit4j.embedded.file.Directory;
import dev.wit4j.embedded.file.LogFile;
import dev.wit4j.journal.StorageException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the records of a log in their order, each frame checked. For one thread. */
final class RecordReader implements Closeable {
    private final Directory directory;
    private final NavigableMap<Long, SegmentHeader> segments;
    private final FrameReader frames = new FrameReader();

    private SegmentHeader segment;
    private LogFile file;
    private long offset;
    private long nextFrame;
    private ByteBuffer content = ByteBuffer.allocate(0);
    private long contentOffset;
    private long record;

    /** A record that was read. */
    record Found(Position position, ByteBuffer bytes) {}

    /** Reads from the frame at {@code offset} of {@code segment} on. */
    RecordReader(Directory directory, NavigableMap<Long, SegmentHeader> segments, long segment, long offset)
            throws IOException {
        this.directory = directory;
        this.segments = segments;
        SegmentHeader header = segments.get(segment);
        if (header == null) {
            throw new StorageException("segment " + segment + " of the log has been removed");
        }
        this.segment = header;
        this.offset = offset;
        file = directory.open(SegmentNames.of(segment));
        nextFrame = offset == SegmentHeader.SIZE ? header.firstFrame() : -1;
    }

    /**
     * Gives the records behind {@code after} up to {@code last}, which are there, to {@code records}.
     *
     * @throws StorageException if they are not
     */
    static void replay(
            Directory directory,
            NavigableMap<Long, SegmentHeader> segments,
            long after,
            long last,
            RecordConsumer records)
            throws IOException {
        long segment = segments.firstKey();
        for (SegmentHeader header : segments.values()) {
            segment = header.firstRecord() <= after ? header.segment() : segment; // it may begin amid its first record
        }
        try (var reader = new RecordReader(directory, segments, segment, SegmentHeader.SIZE)) {
            for (long next = after + 1; next <= last; ) {
                Found found = reader.next()
                        .orElseThrow(() -> new StorageException("the log is damaged: it ends in " + reader.place()
                                + ", but its last record is " + last));
                if (found.position().record() == next) {
                    records.accept(found.position(), found.bytes());
                    next++;
                }
            }
        }
    }

    /** The next record that is complete; the rest of one that began before the place where reading began is skipped. */
    Optional<Found> next() throws IOException {
        List<ByteBuffer> parts = new ArrayList<>();
        @Nullable Position start = null;
        while (hasContent()) {
            Chunk chunk =
                    Chunk.next(content).orElseThrow(() -> new StorageException("the log is damaged in " + place()));
            long number = record;
            record += chunk.last() ? 1 : 0;
            if (chunk.first()) {
                start = new Position(number, segment.segment(), contentOffset);
                parts.clear();
            }
            if (start != null) {
                parts.add(copy(List.of(chunk.data())));
                if (chunk.last()) {
                    return Optional.of(new Found(start, parts.size() == 1 ? parts.get(0) : copy(parts)));
                }
            }
        }
        return Optional.empty();
    }

    private static ByteBuffer copy(List<ByteBuffer> parts) {
        int size = parts.stream().mapToInt(ByteBuffer::remaining).sum();
        ByteBuffer whole = ByteBuffer.allocate(size);
        parts.forEach(whole::put);
        return whole.flip();
    }

    private boolean hasContent() throws IOException {
        while (!content.hasRemaining()) {
            if (!readFrame()) {
                return false;
            }
        }
        return true;
    }

    private boolean readFrame() throws IOException {
        Map.Entry<Long, SegmentHeader> following = segments.higherEntry(segment.segment());
        while (following != null && following.getValue().firstFrame() == nextFrame) {
            goOnIn(following.getValue());
            following = segments.higherEntry(segment.segment());
        }
        Optional<FrameHeader> header = frames.read(file, offset);
        if (header.isEmpty()
                || header.get().incarnation() != segment.incarnation()
                || nextFrame >= 0 && header.get().number() != nextFrame) {
            return false;
        }
        content = frames.content();
        contentOffset = offset;
        record = header.get().firstRecord();
        nextFrame = header.get().number() + 1;
        offset += FrameHeader.extent(header.get().length());
        return true;
    }

    private void goOnIn(SegmentHeader following) throws IOException {
        file.close();
        segment = following;
        file = directory.open(SegmentNames.of(following.segment()));
        offset = SegmentHeader.SIZE;
    }

    /** Where the reader is, for messages. */
    String place() {
        return directory.describe(SegmentNames.of(segment.segment())) + " at byte " + contentOffset;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
