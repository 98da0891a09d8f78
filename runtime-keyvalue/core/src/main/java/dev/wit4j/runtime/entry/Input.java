package dev.wit4j.runtime.entry;

import dev.wit4j.Bytes;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads the few shapes that the format is made of, and believes no length that reaches beyond the end. */
final class Input {
    private final Bytes bytes;
    private final ByteBuffer buffer;

    Input(Bytes bytes) {
        this.bytes = bytes;
        this.buffer = bytes.asByteBuffer();
    }

    boolean atEnd() {
        return !buffer.hasRemaining();
    }

    int u8() {
        need(1);
        return buffer.get() & 0xff;
    }

    int u32() {
        need(Integer.BYTES);
        return buffer.getInt();
    }

    long u64() {
        need(Long.BYTES);
        return buffer.getLong();
    }

    int length() {
        int start = buffer.position();
        long value = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            int next = u8();
            value |= (long) (next & 0x7f) << shift;
            if (next < 0x80) {
                if (next == 0 && shift > 0) {
                    throw failure(start, "a length is not in its shortest form");
                }
                if (value > buffer.remaining()) {
                    throw failure(
                            start, "a length of " + value + " where only " + buffer.remaining() + " bytes are left");
                }
                return (int) value;
            }
        }
        throw failure(start, "a length of more than five bytes");
    }

    Bytes bytes() {
        int size = length();
        int from = buffer.position();
        buffer.position(from + size);
        return bytes.slice(from, from + size);
    }

    String string() {
        int start = buffer.position();
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(bytes().asByteBuffer())
                    .toString();
        } catch (CharacterCodingException e) {
            throw failure(start, "a string is not UTF-8");
        }
    }

    Hash hash() {
        return new Hash(u64(), u64());
    }

    void end() {
        if (buffer.hasRemaining()) {
            throw failure(buffer.position(), buffer.remaining() + " bytes too many");
        }
    }

    EntryFormatException failure(String what) {
        return failure(Math.max(0, buffer.position() - 1), what);
    }

    private EntryFormatException failure(int position, String what) {
        return new EntryFormatException("damaged entry, byte " + position + " of " + bytes.size() + ": " + what);
    }

    private void need(int size) {
        if (buffer.remaining() < size) {
            throw failure(buffer.position(), "the bytes end early");
        }
    }
}
