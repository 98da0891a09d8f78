package dev.wit4j.format;

import dev.wit4j.Bytes;
import dev.wit4j.Resource;
import dev.wit4j.value.TypeInfo;
import dev.wit4j.value.ValueWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Writes values in the binary encoding of the component model, in the one form that {@link BinaryReader} accepts: equal values
 * are equal bytes. Not safe for use by several threads.
 */
public final class BinaryWriter implements ValueWriter {
    /** How many bytes a {@link #hash} has. */
    public static final int HASH_SIZE = 16;

    private static final int F32_NAN = 0x7fc0_0000;
    private static final long F64_NAN = 0x7ff8_0000_0000_0000L;

    private final HandleEncoder handles;
    private final EmptyElements emptyElements = new EmptyElements();
    private byte[] buffer = new byte[64];
    private int size;

    /** A writer of values without handles. */
    public BinaryWriter() {
        this(HandleEncoder.NONE);
    }

    /** A writer that writes handles by {@code handles}. */
    public BinaryWriter(HandleEncoder handles) {
        this.handles = handles;
    }

    /** What was written so far. */
    public Bytes toBytes() {
        return Bytes.wrap(Arrays.copyOf(buffer, size));
    }

    /** The first 16 bytes of the SHA-256 of what was written so far. */
    public Bytes hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(buffer, 0, size);
            return Bytes.wrap(Arrays.copyOf(digest.digest(), HASH_SIZE));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public void bool(boolean value) {
        put(value ? 1 : 0);
    }

    @Override
    public void u8(int value) {
        put(value);
    }

    @Override
    public void u16(int value) {
        unsigned(value);
    }

    @Override
    public void u32(long value) {
        unsigned(value);
    }

    @Override
    public void u64(long value) {
        unsigned(value);
    }

    @Override
    public void s8(byte value) {
        put(value);
    }

    @Override
    public void s16(short value) {
        signed(value);
    }

    @Override
    public void s32(int value) {
        signed(value);
    }

    @Override
    public void s64(long value) {
        signed(value);
    }

    @Override
    public void f32(float value) {
        int bits = Float.isNaN(value) ? F32_NAN : Float.floatToRawIntBits(value);
        for (int shift = 0; shift < Integer.SIZE; shift += 8) {
            put(bits >>> shift);
        }
    }

    @Override
    public void f64(double value) {
        long bits = Double.isNaN(value) ? F64_NAN : Double.doubleToRawLongBits(value);
        for (int shift = 0; shift < Long.SIZE; shift += 8) {
            put((int) (bits >>> shift));
        }
    }

    @Override
    public void character(int codePoint) {
        if (codePoint < 0x80) {
            put(codePoint);
        } else {
            raw(Character.toString(codePoint).getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public void string(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        unsigned(utf8.length);
        raw(utf8);
    }

    @Override
    public void errorContext(String debugMessage) {
        string(debugMessage);
    }

    @Override
    public void bytes(Bytes value) {
        unsigned(value.size());
        raw(value);
    }

    @Override
    public void fixedBytes(TypeInfo.FixedLengthList type, Bytes value) {
        raw(value);
    }

    @Override
    public void beginRecord(TypeInfo.Record type) {}

    @Override
    public void field(int index) {}

    @Override
    public void endRecord() {}

    @Override
    public void beginTuple(TypeInfo.Tuple type) {}

    @Override
    public void member(int index) {}

    @Override
    public void endTuple() {}

    @Override
    public void beginCase(TypeInfo.Variant type, int index) {
        unsigned(index);
    }

    @Override
    public void endCase() {}

    @Override
    public void enumCase(TypeInfo.Enum type, int index) {
        unsigned(index);
    }

    @Override
    public void flags(TypeInfo.Flags type, BitSet set) {
        raw(Arrays.copyOf(set.toByteArray(), (type.flags().size() + 7) / 8));
    }

    @Override
    public void beginOption(TypeInfo.Option type, boolean present) {
        bool(present);
    }

    @Override
    public void endOption() {}

    @Override
    public void beginResult(TypeInfo.Result type, boolean ok) {
        bool(!ok);
    }

    @Override
    public void endResult() {}

    @Override
    public void beginList(TypeInfo type, int size) {
        if (!emptyElements.admit(type, size)) {
            throw new IllegalArgumentException(EmptyElements.refusal(type));
        }
        if (type instanceof TypeInfo.ListOf) {
            unsigned(size);
        }
    }

    @Override
    public void element(int index) {}

    @Override
    public void endList() {}

    @Override
    public void beginMap(TypeInfo.MapOf type, int size) {
        unsigned(size);
    }

    @Override
    public void key(int index) {}

    @Override
    public void value(int index) {}

    @Override
    public void endMap() {}

    @Override
    public void handle(TypeInfo.Reference type, Resource resource) {
        handles.encode(this, type, resource);
    }

    private void unsigned(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            put((int) rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        put((int) rest);
    }

    private void signed(long value) {
        long rest = value;
        while (rest < -0x40 || rest >= 0x40) {
            put((int) rest & 0x7f | 0x80);
            rest >>= 7;
        }
        put((int) rest & 0x7f);
    }

    private void put(int oneByte) {
        ensure(1);
        buffer[size++] = (byte) oneByte;
    }

    private void raw(byte[] more) {
        ensure(more.length);
        System.arraycopy(more, 0, buffer, size, more.length);
        size += more.length;
    }

    private void raw(Bytes more) {
        ensure(more.size());
        more.copyTo(buffer, size);
        size += more.size();
    }

    private void ensure(int more) {
        if (more > buffer.length - size) {
            int needed = Math.addExact(size, more);
            buffer = Arrays.copyOf(buffer, Math.max(needed, (int) Math.min(2L * buffer.length, Integer.MAX_VALUE - 8)));
        }
    }
}
