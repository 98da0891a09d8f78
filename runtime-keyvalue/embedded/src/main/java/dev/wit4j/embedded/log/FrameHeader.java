package dev.wit4j.embedded.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * What a frame says of itself. A frame is what is written at once: pieces of records behind a header, checked as a whole.
 *
 * @param checksum over everything behind it, the content included
 * @param length of the content in bytes
 * @param previousChecksum the checksum of the frame before: a frame that outlived a cut does not fit behind another
 * @param number of the frame, without a gap over all segments
 * @param incarnation how many times the log had been opened
 * @param durable the last frame that was known to be durable when this one was written
 * @param firstRecord the number of the record that the content begins or continues
 * @param time when it was written, in milliseconds of the epoch, never less than in the frame before
 * @param kind what it is for
 */
record FrameHeader(
        int checksum,
        int length,
        int previousChecksum,
        long number,
        long incarnation,
        long durable,
        long firstRecord,
        long time,
        Kind kind) {
    /** What a frame is for; the order is part of the format. */
    enum Kind {
        /** It holds records. */
        RECORDS,
        /** It holds nothing: the log was closed, and all before it is durable. */
        CLOSE
    }

    /** The length of the header in bytes. */
    static final int SIZE = 64;

    /** The most bytes that the content of one frame has. */
    static final int MAX_LENGTH = 1 << 20;

    static final int MAGIC =
            ByteBuffer.wrap("W4FR".getBytes(StandardCharsets.US_ASCII)).getInt();

    private static final int CHECKSUM_OFFSET = 4;
    private static final int CHECKED_FROM = 8;

    /** The bytes that a frame with so much content takes in its segment. */
    static int extent(int length) {
        return (SIZE + length + SegmentHeader.SIZE - 1) / SegmentHeader.SIZE * SegmentHeader.SIZE;
    }

    /**
     * Writes the header into the first bytes of {@code frame}, whose content is already in place.
     *
     * @return with its checksum
     */
    FrameHeader encodeInto(ByteBuffer frame) {
        frame.putInt(0, MAGIC);
        frame.putInt(8, length);
        frame.putInt(12, previousChecksum);
        frame.putLong(16, number);
        frame.putLong(24, incarnation);
        frame.putLong(32, durable);
        frame.putLong(40, firstRecord);
        frame.putLong(48, time);
        frame.putInt(56, kind.ordinal());
        frame.putInt(60, 0);
        int sum = checksum(frame, length);
        frame.putInt(CHECKSUM_OFFSET, sum);
        return new FrameHeader(sum, length, previousChecksum, number, incarnation, durable, firstRecord, time, kind);
    }

    /** Whether the first bytes of {@code frame} could be a header; says nothing about its checksum. */
    static boolean isPlausible(ByteBuffer frame) {
        return frame.limit() >= SIZE
                && frame.getInt(0) == MAGIC
                && frame.getInt(8) >= 0
                && frame.getInt(8) <= MAX_LENGTH
                && frame.getInt(56) >= 0
                && frame.getInt(56) < Kind.values().length;
    }

    /** The plausible header at the start of {@code frame}. */
    static FrameHeader decode(ByteBuffer frame) {
        return new FrameHeader(
                frame.getInt(CHECKSUM_OFFSET),
                frame.getInt(8),
                frame.getInt(12),
                frame.getLong(16),
                frame.getLong(24),
                frame.getLong(32),
                frame.getLong(40),
                frame.getLong(48),
                Kind.values()[frame.getInt(56)]);
    }

    /** Whether {@code frame}, header and content, is what its checksum says. */
    boolean fits(ByteBuffer frame) {
        return checksum(frame, length) == checksum;
    }

    private static int checksum(ByteBuffer frame, int length) {
        var sum = new CRC32C();
        sum.update(frame.duplicate().position(CHECKED_FROM).limit(SIZE + length));
        return (int) sum.getValue();
    }
}
