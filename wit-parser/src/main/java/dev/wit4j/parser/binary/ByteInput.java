package dev.wit4j.parser.binary;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads the primitives of the binary format from a range of bytes, and never beyond it. */
final class ByteInput {
    private final byte[] bytes;
    private final int end;
    private int position;

    ByteInput(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.position = start;
        this.end = end;
    }

    boolean atEnd() {
        return position == end;
    }

    int remaining() {
        return end - position;
    }

    int read() throws InvalidPackageException {
        if (atEnd()) {
            throw error("unexpected end of the binary");
        }
        return bytes[position++] & 0xff;
    }

    /** An unsigned number below 2^31: indices, lengths and counts that this reader could ever hold. */
    int readIndex() throws InvalidPackageException {
        int start = position;
        long value = Integer.toUnsignedLong(readUnsigned());
        if (value > Integer.MAX_VALUE) {
            throw errorAt(start, "number " + value + " is too large");
        }
        return (int) value;
    }

    /** An unsigned number of 32 bits. */
    int readUnsigned() throws InvalidPackageException {
        int start = position;
        long value = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            int next = read();
            value |= (long) (next & 0x7f) << shift;
            if (next < 0x80) {
                if (value >>> 32 != 0) {
                    break;
                }
                return (int) value;
            }
        }
        throw errorAt(start, "number has more than 32 bits");
    }

    /** A count of things that take at least one byte each. */
    int readCount() throws InvalidPackageException {
        int start = position;
        int count = readIndex();
        if (count > remaining()) {
            throw errorAt(start, "count " + count + " is larger than the rest of the section");
        }
        return count;
    }

    /** A signed number of 33 bits, as type indices are written beside type codes. */
    long readSigned33() throws InvalidPackageException {
        int start = position;
        long value = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            int next = read();
            value |= (long) (next & 0x7f) << shift;
            if (next < 0x80) {
                return (next & 0x40) != 0 ? value | -1L << (shift + 7) : value;
            }
        }
        throw errorAt(start, "number has more than 33 bits");
    }

    int peek() throws InvalidPackageException {
        if (atEnd()) {
            throw error("unexpected end of the binary");
        }
        return bytes[position] & 0xff;
    }

    String readName() throws InvalidPackageException {
        int start = position;
        int length = readCount();
        try {
            String name = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, position, length))
                    .toString();
            position += length;
            return name;
        } catch (CharacterCodingException e) {
            throw errorAt(start, "name is not UTF-8");
        }
    }

    /** The next {@code length} bytes as an input of their own. */
    ByteInput readSlice(int length) throws InvalidPackageException {
        if (length > remaining()) {
            throw error("section of " + length + " bytes reaches beyond the end of the binary");
        }
        ByteInput slice = new ByteInput(bytes, position, position + length);
        position += length;
        return slice;
    }

    byte[] readRest() {
        byte[] rest = java.util.Arrays.copyOfRange(bytes, position, end);
        position = end;
        return rest;
    }

    InvalidPackageException error(String message) {
        return errorAt(position, message);
    }

    private static InvalidPackageException errorAt(int offset, String message) {
        return new InvalidPackageException(message + " (at offset 0x" + Integer.toHexString(offset) + ")");
    }
}
