package dev.wit4j.embedded.change;

import dev.wit4j.Bytes;
import dev.wit4j.embedded.log.Payload;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Collects numbers, texts and bytes; large bytes are not copied. */
final class PayloadWriter {
    private static final int LARGE = 32 << 10;

    private final List<ByteBuffer> pieces = new ArrayList<>();
    private byte[] small = new byte[128];
    private int length;

    /** A byte. */
    PayloadWriter tag(int tag) {
        ensure(1);
        small[length++] = (byte) tag;
        return this;
    }

    /** 64 bits, the fewer bytes the smaller they are as an unsigned number: seven bits each, the lowest first. */
    PayloadWriter number(long number) {
        ensure(10);
        long rest = number;
        while ((rest & ~0x7fL) != 0) {
            small[length++] = (byte) (rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        small[length++] = (byte) rest;
        return this;
    }

    /** The number of bytes in UTF-8, and the bytes. */
    PayloadWriter text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        number(utf8.length);
        ensure(utf8.length);
        System.arraycopy(utf8, 0, small, length, utf8.length);
        length += utf8.length;
        return this;
    }

    /** The number of bytes, and the bytes. */
    PayloadWriter bytes(Bytes bytes) {
        number(bytes.size());
        if (bytes.size() >= LARGE) {
            endPiece();
            pieces.add(bytes.asByteBuffer());
        } else {
            ensure(bytes.size());
            bytes.copyTo(small, length);
            length += bytes.size();
        }
        return this;
    }

    Payload finish() {
        endPiece();
        return new Payload(pieces);
    }

    private void endPiece() {
        if (length > 0) {
            pieces.add(ByteBuffer.wrap(Arrays.copyOf(small, length)));
            length = 0;
        }
    }

    private void ensure(int more) {
        if (small.length - length < more) {
            small = Arrays.copyOf(small, Math.max(length + more, 2 * length));
        }
    }
}
