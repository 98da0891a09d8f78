package dev.wit4j;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** An immutable sequence of bytes: a WIT {@code list<u8>}. Equal if the bytes are. Safe to share between threads. */
public final class Bytes {
    /** No bytes. */
    public static final Bytes EMPTY = new Bytes(new byte[0]);

    private final byte[] array;

    private Bytes(byte[] array) {
        this.array = array;
    }

    /** A copy of {@code bytes}. */
    public static Bytes of(byte... bytes) {
        return bytes.length == 0 ? EMPTY : new Bytes(bytes.clone());
    }

    /** The array itself, not a copy: the caller promises never to change it again. */
    public static Bytes wrap(byte[] bytes) {
        return bytes.length == 0 ? EMPTY : new Bytes(bytes);
    }

    /** The UTF-8 form of {@code text}. */
    public static Bytes utf8(String text) {
        return wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The number of bytes. */
    public int size() {
        return array.length;
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return array.length == 0;
    }

    /**
     * The byte at {@code index}.
     *
     * @throws IndexOutOfBoundsException if there is none
     */
    public byte get(int index) {
        return array[index];
    }

    /** A copy of the bytes. */
    public byte[] toArray() {
        return array.clone();
    }

    /** A read-only view of the bytes. */
    public ByteBuffer asByteBuffer() {
        return ByteBuffer.wrap(array).asReadOnlyBuffer();
    }

    /**
     * The bytes from {@code from} (inclusive) to {@code to} (exclusive).
     *
     * @throws IndexOutOfBoundsException if that is not a part of them
     */
    public Bytes slice(int from, int to) {
        java.util.Objects.checkFromToIndex(from, to, array.length);
        return from == 0 && to == array.length ? this : wrap(Arrays.copyOfRange(array, from, to));
    }

    /** These bytes and behind them {@code other}. */
    public Bytes concat(Bytes other) {
        if (isEmpty()) {
            return other;
        }
        if (other.isEmpty()) {
            return this;
        }
        byte[] both = Arrays.copyOf(array, array.length + other.array.length);
        System.arraycopy(other.array, 0, both, array.length, other.array.length);
        return wrap(both);
    }

    /** Copies the bytes into {@code target} from {@code offset} on. */
    public void copyTo(byte[] target, int offset) {
        System.arraycopy(array, 0, target, offset, array.length);
    }

    /** The text that these bytes are in UTF-8; what is not UTF-8 becomes U+FFFD. */
    public String toUtf8String() {
        return new String(array, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes that && Arrays.equals(array, that.array);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(array);
    }

    /** The number of bytes and the first of them in hexadecimal. */
    @Override
    public String toString() {
        var text = new StringBuilder("Bytes[").append(array.length);
        if (array.length > 0) {
            text.append(": ");
            for (int i = 0; i < Math.min(array.length, 16); i++) {
                text.append(Character.forDigit(array[i] >> 4 & 15, 16)).append(Character.forDigit(array[i] & 15, 16));
            }
            text.append(array.length > 16 ? "..." : "");
        }
        return text.append(']').toString();
    }
}
