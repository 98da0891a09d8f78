package dev.wit4j.embedded.log;

import dev.wit4j.embedded.file.LogFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.SortedMap;

/** Writes records as frames into segments, and makes them durable. Use by one thread; after any exception only to close. */
final class LogWriter implements Closeable {
    /** With so much space left in a frame or segment, a record that does not fit begins there all the same. */
    private static final int SMALLEST_START = 64 << 10;

    private static final byte[] PADDING = new byte[SegmentHeader.SIZE];

    private final SegmentSupply supply;
    private final SortedMap<Long, SegmentHeader> segments;
    private final ByteBuffer frame = ByteBuffer.allocateDirect(FrameHeader.extent(FrameHeader.MAX_LENGTH));

    private SegmentHeader segment;
    private LogFile file;
    private long capacity;
    private long offset;
    private long nextFrame;
    private int previousChecksum;
    private long durableFrame;
    private long time;
    private long firstRecord;

    /** Where a writer goes on. */
    record State(
            SegmentHeader segment,
            LogFile file,
            long capacity,
            long offset,
            long nextFrame,
            int previousChecksum,
            long durableFrame,
            long time) {}

    LogWriter(SegmentSupply supply, SortedMap<Long, SegmentHeader> segments, State state) {
        this.supply = supply;
        this.segments = segments;
        segment = state.segment();
        file = state.file();
        capacity = state.capacity();
        offset = state.offset();
        nextFrame = state.nextFrame();
        previousChecksum = state.previousChecksum();
        durableFrame = state.durableFrame();
        time = state.time();
        clearFrame();
    }

    /**
     * Writes a record; it is in the file only after {@link #sync}.
     *
     * @param now the time, in milliseconds of the epoch
     * @return where it begins
     */
    Position write(long number, Payload payload, long now) throws IOException {
        time = Math.max(time, now);
        long remaining = payload.size();
        if (!isEmpty() && !isRoomFor(remaining)) {
            writeFrame(FrameHeader.Kind.RECORDS);
        }
        if (isEmpty()) {
            openFrame(number, remaining);
        }
        var position = new Position(number, segment.segment(), offset);
        var pieces = new Pieces(payload);
        boolean first = true;
        do {
            if (!first) {
                writeFrame(FrameHeader.Kind.RECORDS);
                openFrame(number, remaining);
            }
            int length = (int) Math.min(remaining, space());
            remaining -= length;
            Chunk.putHeader(frame, length, first, remaining == 0);
            pieces.copy(length, frame);
            first = false;
        } while (remaining > 0);
        return position;
    }

    /** Returns when everything that was written is durable. */
    void sync() throws IOException {
        if (!isEmpty()) {
            writeFrame(FrameHeader.Kind.RECORDS);
        }
        file.sync();
        durableFrame = nextFrame - 1;
    }

    /** Writes that everything before is durable, and makes that durable too; nothing may be written afterwards. */
    void seal(long nextRecord) throws IOException {
        sync();
        openFrame(nextRecord, 0);
        writeFrame(FrameHeader.Kind.CLOSE);
        file.sync();
    }

    private boolean isEmpty() {
        return frame.position() == FrameHeader.SIZE;
    }

    private int space() {
        return frame.limit() - frame.position() - Chunk.HEADER;
    }

    /** Whether a record should go on in the present frame, or begin the next. */
    private boolean isRoomFor(long size) {
        return size <= space() || size > SMALLEST_START && space() >= SMALLEST_START;
    }

    private void clearFrame() {
        frame.clear().position(FrameHeader.SIZE);
    }

    /** Begins a frame that ends no later than its segment; in a new segment if there is too little room in this. */
    private void openFrame(long record, long wanted) throws IOException {
        firstRecord = record;
        long least = FrameHeader.extent((int) Math.min(wanted + Chunk.HEADER, SMALLEST_START));
        if (offset + least > capacity && offset > SegmentHeader.SIZE) {
            roll();
        }
        long most = Math.min(FrameHeader.MAX_LENGTH, capacity - offset - FrameHeader.SIZE);
        frame.limit((int) (FrameHeader.SIZE + most));
    }

    private void writeFrame(FrameHeader.Kind kind) throws IOException {
        int length = frame.position() - FrameHeader.SIZE;
        int extent = FrameHeader.extent(length);
        frame.limit(extent).put(PADDING, 0, extent - FrameHeader.SIZE - length);
        FrameHeader header = new FrameHeader(
                        0,
                        length,
                        previousChecksum,
                        nextFrame,
                        segment.incarnation(),
                        durableFrame,
                        firstRecord,
                        time,
                        kind)
                .encodeInto(frame);
        file.write(frame.flip(), offset);
        offset += extent;
        nextFrame++;
        previousChecksum = header.checksum();
        clearFrame();
    }

    /** Goes on in a new segment. What is in the old one is durable before. */
    private void roll() throws IOException {
        file.sync();
        durableFrame = nextFrame - 1;
        file.close();
        long number = supply.next();
        file = supply.take();
        segment = new SegmentHeader(
                segment.log(), number, segment.incarnation(), nextFrame, firstRecord, previousChecksum);
        file.write(segment.encode(), 0);
        capacity = supply.size();
        offset = SegmentHeader.SIZE;
        segments.put(number, segment);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** Takes bytes from the pieces of a payload, one behind the other. */
    private static final class Pieces {
        private final Payload payload;
        private int index;
        private int position;

        Pieces(Payload payload) {
            this.payload = payload;
        }

        void copy(int length, ByteBuffer target) {
            int remaining = length;
            while (remaining > 0) {
                ByteBuffer piece = payload.pieces().get(index);
                int part = Math.min(remaining, piece.limit() - position);
                target.put(target.position(), piece, position, part).position(target.position() + part);
                position += part;
                remaining -= part;
                if (position == piece.limit()) {
                    index++;
                    position = 0;
                }
            }
        }
    }
}
