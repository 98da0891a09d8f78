package dev.wit4j.embedded.log;

import dev.wit4j.embedded.file.LogFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Reads the frames of segments, one at a time into the same buffer. For one thread. */
final class FrameReader {
    private static final int FIRST_READ = 4096;

    private final ByteBuffer buffer = ByteBuffer.allocate(FrameHeader.extent(FrameHeader.MAX_LENGTH));

    /** The intact frame at {@code offset}; empty if there is none. Its content is {@link #content} until the next call. */
    Optional<FrameHeader> read(LogFile file, long offset) throws IOException {
        buffer.clear().limit(FIRST_READ);
        file.read(buffer, offset);
        buffer.flip();
        if (!FrameHeader.isPlausible(buffer)) {
            return Optional.empty();
        }
        FrameHeader header = FrameHeader.decode(buffer);
        int size = FrameHeader.SIZE + header.length();
        if (size > buffer.limit()) {
            int have = buffer.limit();
            buffer.position(have).limit(size);
            file.read(buffer, offset + have);
            buffer.flip();
        }
        return buffer.limit() >= size && header.fits(buffer) ? Optional.of(header) : Optional.empty();
    }

    /** The content of the frame that was read last, from its start to its limit. */
    ByteBuffer content() {
        return buffer.slice(FrameHeader.SIZE, buffer.getInt(8));
    }
}
