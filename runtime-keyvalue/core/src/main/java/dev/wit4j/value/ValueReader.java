package dev.wit4j.value;

import dev.wit4j.Bytes;
import dev.wit4j.Resource;
import java.util.BitSet;

/**
 * Gives the events that a {@link ValueWriter} took, in the same order. Everything throws {@link ValueException} when something
 * else is there. Not safe for use by several threads.
 */
public interface ValueReader {
    /**
     * Whether a value has one form only here, so that the entries of a map must come in the order of {@link MapOrder}, and a type
     * without content has nothing to be read.
     */
    boolean canonical();

    boolean bool();

    int u8();

    int u16();

    long u32();

    /** All 64 bits, unsigned. */
    long u64();

    byte s8();

    short s16();

    int s32();

    long s64();

    float f32();

    double f64();

    /** A Unicode scalar value. */
    int character();

    String string();

    /** The message of an {@code error-context}. */
    String errorContext();

    /** A {@code list<u8>}, whole. */
    Bytes bytes();

    /** A list of exactly so many {@code u8}, whole. */
    Bytes fixedBytes(TypeInfo.FixedLengthList type);

    void beginRecord(TypeInfo.Record type);

    /** The next value is field {@code index}; ask in order. */
    void field(int index);

    void endRecord();

    void beginTuple(TypeInfo.Tuple type);

    /** The next value is member {@code index}; ask in order. */
    void member(int index);

    void endTuple();

    /** The index of the case that is there; its payload follows if it has one. */
    int beginCase(TypeInfo.Variant type);

    void endCase();

    /** The index of the case that is there. */
    int enumCase(TypeInfo.Enum type);

    /** The flags that are set. */
    BitSet flags(TypeInfo.Flags type);

    /** Whether the option is present; its value follows if so. */
    boolean beginOption(TypeInfo.Option type);

    void endOption();

    /** Whether the result is ok; the payload of its side follows if it has one. */
    boolean beginResult(TypeInfo.Result type);

    void endResult();

    /** The number of elements, which follow; also for a list of fixed length. */
    int beginList(TypeInfo type);

    /** The next value is element {@code index}; ask in order. */
    void element(int index);

    void endList();

    /** The number of entries, which follow. */
    int beginMap(TypeInfo.MapOf type);

    /** The next value is the key of entry {@code index}; ask in order. */
    void key(int index);

    /** The next value is the value of entry {@code index}. */
    void value(int index);

    void endMap();

    /** The resource that stands for the handle on this side. */
    Resource handle(TypeInfo.Reference type);
}
