package dev.wit4j.format;

import dev.wit4j.Bytes;
import dev.wit4j.Resource;
import dev.wit4j.value.TypeInfo;
import dev.wit4j.value.ValueException;
import dev.wit4j.value.ValueReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Reads values in the binary encoding of the component model, and nothing but the form that {@link BinaryWriter} writes:
 * anything else is a {@link ValueException} that names the byte. No announced length is believed before so many bytes are
 * there. Not safe for use by several threads.
 */
public final class BinaryReader implements ValueReader {
    private static final int F32_NAN = 0x7fc0_0000;
    private static final long F64_NAN = 0x7ff8_0000_0000_0000L;

    private final HandleDecoder handles;
    private final EmptyElements emptyElements = new EmptyElements();
    private final byte[] input;
    private int position;

    /** A reader of values without handles. */
    public BinaryReader(Bytes input) {
        this(input, HandleDecoder.NONE);
    }

    /** A reader that reads handles by {@code handles}. */
    public BinaryReader(Bytes input, HandleDecoder handles) {
        this.input = input.toArray();
        this.handles = handles;
    }

    /** Whether everything was read. */
    public boolean atEnd() {
        return position == input.length;
    }

    /**
     * Says that nothing more is to be read.
     *
     * @throws ValueException if there is more
     */
    public void end() {
        if (!atEnd()) {
            throw error(position, (input.length - position) + " bytes behind the end of the value");
        }
    }

    @Override
    public boolean canonical() {
        return true;
    }

    @Override
    public boolean bool() {
        int value = next();
        if (value > 1) {
            throw error(position - 1, value + " where 0 or 1 is expected");
        }
        return value == 1;
    }

    @Override
    public int u8() {
        return next();
    }

    @Override
    public int u16() {
        return (int) unsigned(16);
    }

    @Override
    public long u32() {
        return unsigned(32);
    }

    @Override
    public long u64() {
        return unsigned(64);
    }

    @Override
    public byte s8() {
        return (byte) next();
    }

    @Override
    public short s16() {
        return (short) signed(16);
    }

    @Override
    public int s32() {
        return (int) signed(32);
    }

    @Override
    public long s64() {
        return signed(64);
    }

    @Override
    public float f32() {
        int start = position;
        float value = Float.intBitsToFloat((int) littleEndian(4));
        if (Float.isNaN(value) && Float.floatToRawIntBits(value) != F32_NAN) {
            throw error(start, "a NaN that is not the canonical one");
        }
        return value;
    }

    @Override
    public double f64() {
        int start = position;
        double value = Double.longBitsToDouble(littleEndian(8));
        if (Double.isNaN(value) && Double.doubleToRawLongBits(value) != F64_NAN) {
            throw error(start, "a NaN that is not the canonical one");
        }
        return value;
    }

    @Override
    public int character() {
        int start = position;
        int first = next();
        if (first < 0x80) {
            return first;
        }
        int more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : 1;
        require(more, start);
        position += more;
        String text = utf8(start, position);
        if (text.codePointCount(0, text.length()) != 1) {
            throw error(start, "not one character in UTF-8");
        }
        return text.codePointAt(0);
    }

    @Override
    public String string() {
        int length = length();
        int start = position;
        position += length;
        return utf8(start, position);
    }

    @Override
    public String errorContext() {
        return string();
    }

    @Override
    public Bytes bytes() {
        return raw(length());
    }

    @Override
    public Bytes fixedBytes(TypeInfo.FixedLengthList type) {
        require(type.size(), position);
        return raw(type.size());
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
    public int beginCase(TypeInfo.Variant type) {
        return index(type, type.cases().size());
    }

    @Override
    public void endCase() {}

    @Override
    public int enumCase(TypeInfo.Enum type) {
        return index(type, type.cases().size());
    }

    @Override
    public BitSet flags(TypeInfo.Flags type) {
        int start = position;
        int size = (type.flags().size() + 7) / 8;
        require(size, start);
        BitSet set = BitSet.valueOf(Arrays.copyOfRange(input, start, start + size));
        position += size;
        if (set.length() > type.flags().size()) {
            throw error(start, "a " + type + " has no flag " + (set.length() - 1));
        }
        return set;
    }

    @Override
    public boolean beginOption(TypeInfo.Option type) {
        return bool();
    }

    @Override
    public void endOption() {}

    @Override
    public boolean beginResult(TypeInfo.Result type) {
        return !bool();
    }

    @Override
    public void endResult() {}

    @Override
    public int beginList(TypeInfo type) {
        int start = position;
        long size = type instanceof TypeInfo.FixedLengthList fixed ? fixed.size() : unsigned(32);
        if (EmptyElements.element(type).hasContent()) {
            require(size, start);
        } else if (!emptyElements.admit(type, size)) {
            throw error(start, EmptyElements.refusal(type));
        }
        return (int) size;
    }

    @Override
    public void element(int index) {}

    @Override
    public void endList() {}

    @Override
    public int beginMap(TypeInfo.MapOf type) {
        return length();
    }

    @Override
    public void key(int index) {}

    @Override
    public void value(int index) {}

    @Override
    public void endMap() {}

    @Override
    public Resource handle(TypeInfo.Reference type) {
        return handles.decode(this, type);
    }

    private int index(TypeInfo type, int cases) {
        int start = position;
        long index = unsigned(32);
        if (index >= cases) {
            throw error(start, "a " + type + " has no case " + index);
        }
        return (int) index;
    }

    /** A length of which each unit takes one byte at least. */
    private int length() {
        int start = position;
        long length = unsigned(32);
        require(length, start);
        return (int) length;
    }

    private long unsigned(int bits) {
        int start = position;
        long value = 0;
        int shift = 0;
        int last;
        do {
            if (shift >= bits) {
                throw error(start, "a number of more than " + bits + " bits");
            }
            last = next();
            value |= (long) (last & 0x7f) << shift;
            shift += 7;
        } while (last >= 0x80);
        if (last == 0 && shift > 7) {
            throw error(start, "a number that is not in its shortest form");
        }
        if (shift > bits && last >>> bits - (shift - 7) != 0) {
            throw error(start, "a number of more than " + bits + " bits");
        }
        return value;
    }

    private long signed(int bits) {
        int start = position;
        long value = 0;
        int shift = 0;
        int before = 0;
        int last = 0;
        do {
            if (shift >= bits) {
                throw error(start, "a number of more than " + bits + " bits");
            }
            before = last;
            last = next();
            value |= (long) (last & 0x7f) << shift;
            shift += 7;
        } while (last >= 0x80);
        boolean negative = (last & 0x40) != 0;
        if (shift > 7 && last == (negative ? 0x7f : 0) && (before & 0x40) == (negative ? 0x40 : 0)) {
            throw error(start, "a number that is not in its shortest form");
        }
        if (shift < Long.SIZE && negative) {
            value |= -1L << shift;
        }
        boolean fits = shift <= Long.SIZE ? value >> bits - 1 == value >> Long.SIZE - 1 : last == 0 || last == 0x7f;
        if (!fits) {
            throw error(start, "a number of more than " + bits + " bits");
        }
        return value;
    }

    private long littleEndian(int size) {
        require(size, position);
        long bits = 0;
        for (int i = 0; i < size; i++) {
            bits |= (long) next() << 8 * i;
        }
        return bits;
    }

    private Bytes raw(int size) {
        position += size;
        return Bytes.wrap(Arrays.copyOfRange(input, position - size, position));
    }

    /** Java replaces what is not UTF-8: only a text with the replacement character in it needs a second look. */
    private String utf8(int start, int end) {
        String text = new String(input, start, end - start, StandardCharsets.UTF_8);
        if (text.indexOf('\ufffd') >= 0) {
            byte[] again = text.getBytes(StandardCharsets.UTF_8);
            if (!Arrays.equals(input, start, end, again, 0, again.length)) {
                throw error(start, "text that is not UTF-8");
            }
        }
        return text;
    }

    private int next() {
        require(1, position);
        return input[position++] & 0xff;
    }

    private void require(long size, int start) {
        int left = input.length - position;
        if (size > left) {
            throw error(start, size + " more bytes or elements announced where " + left + " bytes are left");
        }
    }

    private ValueException error(int at, String problem) {
        return new ValueException("byte " + at + ": " + problem);
    }
}
