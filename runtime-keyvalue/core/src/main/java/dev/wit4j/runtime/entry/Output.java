package dev.wit4j.runtime.entry;

import dev.wit4j.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** Writes the few shapes that the format is made of. */
final class Output {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    void u8(int value) {
        out.write(value);
    }

    /** Four bytes, most significant first. */
    void u32(int value) {
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
    }

    /** Eight bytes, most significant first. */
    void u64(long value) {
        out.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    }

    /** An unsigned LEB128. */
    void length(int value) {
        int rest = value;
        while (rest >= 0x80) {
            out.write(rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
    }

    void bytes(Bytes value) {
        length(value.size());
        out.writeBytes(value.toArray());
    }

    void string(String value) {
        bytes(Bytes.utf8(value));
    }

    void hash(Hash value) {
        u64(value.high());
        u64(value.low());
    }

    Bytes written() {
        return Bytes.wrap(out.toByteArray());
    }
}
