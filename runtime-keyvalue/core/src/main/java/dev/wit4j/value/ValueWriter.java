package dev.wit4j.value;

import dev.wit4j.Bytes;
import dev.wit4j.Resource;
import java.util.BitSet;

/**
 * Takes the events of one value after the other, in the order of the type's structure. A format is an implementation of it.
 * Numbers come in range: who makes the event has checked it. Not safe for use by several threads.
 */
public interface ValueWriter {
    void bool(boolean value);

    void u8(int value);

    void u16(int value);

    void u32(long value);

    /** All 64 bits, unsigned. */
    void u64(long value);

    void s8(byte value);

    void s16(short value);

    void s32(int value);

    void s64(long value);

    void f32(float value);

    void f64(double value);

    /** A Unicode scalar value. */
    void character(int codePoint);

    /** A string without lone surrogates. */
    void string(String value);

    /** An {@code error-context}: its message. */
    void errorContext(String debugMessage);

    /** A {@code list<u8>}, whole. */
    void bytes(Bytes value);

    /** A list of exactly so many {@code u8}, whole. */
    void fixedBytes(TypeInfo.FixedLengthList type, Bytes value);

    void beginRecord(TypeInfo.Record type);

    /** The next value is field {@code index}; fields come in order. */
    void field(int index);

    void endRecord();

    void beginTuple(TypeInfo.Tuple type);

    /** The next value is member {@code index}; members come in order. */
    void member(int index);

    void endTuple();

    /** A case of a variant; its payload follows if it has one. */
    void beginCase(TypeInfo.Variant type, int index);

    void endCase();

    /** A case of an enum. */
    void enumCase(TypeInfo.Enum type, int index);

    /** The flags that are set. */
    void flags(TypeInfo.Flags type, BitSet set);

    /** An option; the value follows if it is present. */
    void beginOption(TypeInfo.Option type, boolean present);

    void endOption();

    /** A result; the payload of its side follows if it has one. */
    void beginResult(TypeInfo.Result type, boolean ok);

    void endResult();

    /** A list of {@code size} elements, which follow; also one of fixed length. */
    void beginList(TypeInfo type, int size);

    /** The next value is element {@code index}. */
    void element(int index);

    void endList();

    /** A map of {@code size} entries, which follow: key, value, key, value; in the order of {@link MapOrder}. */
    void beginMap(TypeInfo.MapOf type, int size);

    /** The next value is the key of entry {@code index}. */
    void key(int index);

    /** The next value is the value of entry {@code index}. */
    void value(int index);

    void endMap();

    /** A handle, or the readable end of a stream or future. */
    void handle(TypeInfo.Reference type, Resource resource);
}
