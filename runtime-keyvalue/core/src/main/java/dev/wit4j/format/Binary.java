package dev.wit4j.format;

import dev.wit4j.Bytes;
import dev.wit4j.component.ValueCodec;

/** Values without handles as bytes, each in the one form that it has: see {@link BinaryWriter}. */
public final class Binary {
    private Binary() {}

    /**
     * The bytes of a value.
     *
     * @throws IllegalArgumentException if there is a handle in it, or too many list elements without content
     */
    public static <T> Bytes encode(ValueCodec<T> codec, T value) {
        BinaryWriter out = new BinaryWriter();
        codec.write(out, value);
        return out.toBytes();
    }

    /**
     * The value that {@code bytes} are, all of them.
     *
     * @throws dev.wit4j.value.ValueException if they are not a value of the type, in its one form
     */
    public static <T> T decode(ValueCodec<T> codec, Bytes bytes) {
        BinaryReader in = new BinaryReader(bytes);
        T value = codec.read(in);
        in.end();
        return value;
    }
}
