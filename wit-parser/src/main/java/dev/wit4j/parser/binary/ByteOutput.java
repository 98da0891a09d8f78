package dev.wit4j.parser.binary;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes the primitives of the binary format. */
final class ByteOutput {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    ByteOutput write(int value) {
        bytes.write(value);
        return this;
    }

    /** A number of 32 bits, unsigned. */
    ByteOutput writeUnsigned(int number) {
        int rest = number;
        while ((rest & ~0x7f) != 0) {
            bytes.write(rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        bytes.write(rest);
        return this;
    }

    /** A type index in the place of a type code: signed, so that it differs from every code. */
    ByteOutput writeTypeIndex(int index) {
        long rest = index;
        while (rest > 0x3f) {
            bytes.write((int) (rest & 0x7f | 0x80));
            rest >>= 7;
        }
        bytes.write((int) rest);
        return this;
    }

    ByteOutput writeName(String name) {
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        writeUnsigned(utf8.length);
        return writeBytes(utf8);
    }

    ByteOutput writeBytes(byte[] more) {
        bytes.writeBytes(more);
        return this;
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }
}
