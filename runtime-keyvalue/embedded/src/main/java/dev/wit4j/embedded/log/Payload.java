package dev.wit4j.embedded.log;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * What a record carries, as pieces that are written one behind the other; so that a large value is not copied first. Its bytes
 * never change.
 *
 * @param pieces read-only, each from its start to its limit
 */
public record Payload(List<ByteBuffer> pieces) {
    public Payload {
        pieces = List.copyOf(pieces);
    }

    /** A payload of one piece. */
    public static Payload of(byte[] bytes) {
        return new Payload(List.of(ByteBuffer.wrap(bytes)));
    }

    /** The number of bytes. */
    public long size() {
        long size = 0;
        for (ByteBuffer piece : pieces) {
            size += piece.limit();
        }
        return size;
    }
}
