package dev.wit4j.embedded.change;

import dev.wit4j.Bytes;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads what a {@link PayloadWriter} wrote. */
final class PayloadReader {
    private final ByteBuffer buffer;

    PayloadReader(ByteBuffer buffer) {
        this.buffer = buffer;
    }

    boolean hasMore() {
        return buffer.hasRemaining();
    }

    int tag() {
        return buffer.get();
    }

    long number() {
        long number = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte part = buffer.get();
            number |= (part & 0x7fL) << shift;
            if (part >= 0) {
                return number;
            }
        }
        throw new MalformedRecordException("a number has more than 64 bits");
    }

    String text() {
        return new String(array(), StandardCharsets.UTF_8);
    }

    Bytes bytes() {
        return Bytes.wrap(array());
    }

    private byte[] array() {
        long length = number();
        if (length < 0 || length > buffer.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] array = new byte[(int) length];
        buffer.get(array);
        return array;
    }
}
