package dev.wit4j.embedded.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * The first block of a segment. Everything before {@code firstFrame} was durable when it was written, and what earlier segments
 * hold from there on is void.
 *
 * @param log the number that was drawn when the log was made; tells its files from those of others
 * @param segment the number of the segment, from 1
 * @param incarnation how many times the log had been opened
 * @param firstFrame the number of the first frame
 * @param firstRecord the number of the record that the first frame begins or continues
 * @param previousChecksum the checksum of the frame before the first
 */
record SegmentHeader(
        long log, long segment, long incarnation, long firstFrame, long firstRecord, int previousChecksum) {
    /** The length in bytes; all blocks of the log begin at a multiple of it. */
    static final int SIZE = 512;

    private static final long MAGIC =
            ByteBuffer.wrap("WIT4JLOG".getBytes(StandardCharsets.US_ASCII)).getLong();

    private static final int FORMAT = 1;

    private static final int CHECKSUM_OFFSET = 12;

    ByteBuffer encode() {
        ByteBuffer block = ByteBuffer.allocate(SIZE);
        block.putLong(MAGIC).putInt(FORMAT).putInt(0);
        block.putLong(log).putLong(segment).putLong(incarnation);
        block.putLong(firstFrame).putLong(firstRecord).putInt(previousChecksum);
        block.putInt(CHECKSUM_OFFSET, checksum(block));
        return block.rewind();
    }

    /**
     * What {@code block} holds; empty if that is no intact header.
     *
     * @throws UnknownFormatException if it is one of another format, intact or not
     */
    static Optional<SegmentHeader> decode(ByteBuffer block) throws UnknownFormatException {
        if (block.remaining() < SIZE || block.getLong(0) != MAGIC) {
            return Optional.empty();
        }
        if (block.getInt(8) != FORMAT) {
            throw new UnknownFormatException(block.getInt(8));
        }
        if (block.getInt(CHECKSUM_OFFSET) != checksum(block)) {
            return Optional.empty();
        }
        block.position(16);
        return Optional.of(new SegmentHeader(
                block.getLong(), block.getLong(), block.getLong(), block.getLong(), block.getLong(), block.getInt()));
    }

    private static int checksum(ByteBuffer block) {
        var checksum = new CRC32C();
        checksum.update(block.duplicate().position(0).limit(CHECKSUM_OFFSET));
        checksum.update(block.duplicate().position(CHECKSUM_OFFSET + 4).limit(SIZE));
        return (int) checksum.getValue();
    }

    /** A header of a format that this code does not read. */
    static final class UnknownFormatException extends Exception {
        private static final long serialVersionUID = 1;

        UnknownFormatException(int format) {
            super("it has format " + format + "; this version reads format " + FORMAT);
        }
    }
}
