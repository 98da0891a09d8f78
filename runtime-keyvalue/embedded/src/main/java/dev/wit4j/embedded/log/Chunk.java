package dev.wit4j.embedded.log;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * A piece of a record in the content of a frame: a length, flags, and so many bytes.
 *
 * @param first whether the record begins here
 * @param last whether the record ends here
 * @param data its bytes
 */
record Chunk(boolean first, boolean last, ByteBuffer data) {
    /** The bytes before the data. */
    static final int HEADER = 5;

    private static final int FIRST = 1;
    private static final int LAST = 2;

    /** Writes what stands before the data. */
    static void putHeader(ByteBuffer frame, int length, boolean first, boolean last) {
        frame.putInt(length).put((byte) ((first ? FIRST : 0) | (last ? LAST : 0)));
    }

    /** The chunk at the position of {@code content}, which moves behind it; empty if there is none that makes sense. */
    static Optional<Chunk> next(ByteBuffer content) {
        if (content.remaining() < HEADER) {
            return Optional.empty();
        }
        int length = content.getInt();
        int flags = content.get();
        if (length < 0 || length > content.remaining() || (flags & ~(FIRST | LAST)) != 0) {
            return Optional.empty();
        }
        ByteBuffer data = content.slice(content.position(), length);
        content.position(content.position() + length);
        return Optional.of(new Chunk((flags & FIRST) != 0, (flags & LAST) != 0, data));
    }
}
