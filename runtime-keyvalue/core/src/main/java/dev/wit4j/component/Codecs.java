package dev.wit4j.component;

import dev.wit4j.ByteStreamReader;
import dev.wit4j.Bytes;
import dev.wit4j.ErrorContext;
import dev.wit4j.FutureReader;
import dev.wit4j.Result;
import dev.wit4j.StreamReader;
import dev.wit4j.Unit;
import dev.wit4j.value.TypeInfo;
import dev.wit4j.value.TypeInfo.Primitive;
import dev.wit4j.value.ValueReader;
import dev.wit4j.value.ValueWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The codecs of WIT types that have no name: the primitive ones, and those made of other types. Generated code puts them
 * together, once for each shape. They check what they write: {@link ValueCodec#check}.
 */
public final class Codecs {
    /** {@code bool}. */
    public static final ValueCodec<Boolean> BOOL =
            new PrimitiveCodec<>(Primitive.BOOL, v -> {}, ValueWriter::bool, ValueReader::bool);

    /** {@code u8}. */
    public static final ValueCodec<Integer> U8 =
            new PrimitiveCodec<>(Primitive.U8, v -> Checks.u8(v, ""), ValueWriter::u8, ValueReader::u8);

    /** {@code u16}. */
    public static final ValueCodec<Integer> U16 =
            new PrimitiveCodec<>(Primitive.U16, v -> Checks.u16(v, ""), ValueWriter::u16, ValueReader::u16);

    /** {@code u32}. */
    public static final ValueCodec<Long> U32 =
            new PrimitiveCodec<>(Primitive.U32, v -> Checks.u32(v, ""), ValueWriter::u32, ValueReader::u32);

    /** {@code u64}: all 64 bits, unsigned. */
    public static final ValueCodec<Long> U64 =
            new PrimitiveCodec<>(Primitive.U64, v -> {}, ValueWriter::u64, ValueReader::u64);

    /** {@code s8}. */
    public static final ValueCodec<Byte> S8 =
            new PrimitiveCodec<>(Primitive.S8, v -> {}, ValueWriter::s8, ValueReader::s8);

    /** {@code s16}. */
    public static final ValueCodec<Short> S16 =
            new PrimitiveCodec<>(Primitive.S16, v -> {}, ValueWriter::s16, ValueReader::s16);

    /** {@code s32}. */
    public static final ValueCodec<Integer> S32 =
            new PrimitiveCodec<>(Primitive.S32, v -> {}, ValueWriter::s32, ValueReader::s32);

    /** {@code s64}. */
    public static final ValueCodec<Long> S64 =
            new PrimitiveCodec<>(Primitive.S64, v -> {}, ValueWriter::s64, ValueReader::s64);

    /** {@code f32}. */
    public static final ValueCodec<Float> F32 =
            new PrimitiveCodec<>(Primitive.F32, v -> {}, ValueWriter::f32, ValueReader::f32);

    /** {@code f64}. */
    public static final ValueCodec<Double> F64 =
            new PrimitiveCodec<>(Primitive.F64, v -> {}, ValueWriter::f64, ValueReader::f64);

    /** {@code char}: a Unicode scalar value. */
    public static final ValueCodec<Integer> CHAR = new PrimitiveCodec<>(
            Primitive.CHAR, v -> Checks.character(v, ""), ValueWriter::character, ValueReader::character);

    /** {@code string}. */
    public static final ValueCodec<String> STRING =
            new PrimitiveCodec<>(Primitive.STRING, v -> Checks.string(v, ""), ValueWriter::string, ValueReader::string);

    /** {@code error-context}. */
    public static final ValueCodec<ErrorContext> ERROR_CONTEXT = new PrimitiveCodec<>(
            Primitive.ERROR_CONTEXT,
            v -> {},
            (out, v) -> out.errorContext(v.debugMessage()),
            in -> new ErrorContext(in.errorContext()));

    /** {@code list<u8>}. */
    public static final ValueCodec<Bytes> BYTES =
            new PrimitiveCodec<>(new TypeInfo.ListOf(Primitive.U8), v -> {}, ValueWriter::bytes, ValueReader::bytes);

    /** The absent side of a {@code result}, the element of a {@code stream} without one: nothing is written. */
    public static final ValueCodec<Unit> NONE = UnitCodec.INSTANCE;

    private Codecs() {}

    /** {@code option<some>}. */
    public static <T> ValueCodec<Optional<T>> option(ValueCodec<T> some) {
        return new OptionCodec<>(some);
    }

    /** {@code result<ok, err>}; {@link #NONE} stands for a side that is absent. */
    public static <T, E> ValueCodec<Result<T, E>> result(ValueCodec<T> ok, ValueCodec<E> err) {
        return new ResultCodec<>(ok, err);
    }

    /** {@code list<element>}; bytes have {@link #BYTES}. */
    public static <T> ValueCodec<List<T>> list(ValueCodec<T> element) {
        return new ListCodec<>(element);
    }

    /** {@code list<element, size>}; bytes have {@link #fixedBytes}. */
    public static <T> ValueCodec<List<T>> fixedList(ValueCodec<T> element, int size) {
        return new ListCodec<>(element, size);
    }

    /** {@code list<u8, size>}. */
    public static ValueCodec<Bytes> fixedBytes(int size) {
        TypeInfo.FixedLengthList type = new TypeInfo.FixedLengthList(Primitive.U8, size);
        return new PrimitiveCodec<>(
                type, v -> checkSize(type, v), (out, v) -> out.fixedBytes(type, v), in -> in.fixedBytes(type));
    }

    /** {@code map<key, value>}. */
    public static <K, V> ValueCodec<Map<K, V>> map(ValueCodec<K> key, ValueCodec<V> value) {
        return new MapCodec<>(key, value);
    }

    /** {@code stream<element>}; {@link #NONE} stands for an element that is absent, and bytes have {@link #byteStream}. */
    public static <T> ValueCodec<StreamReader<T>> stream(ValueCodec<T> element) {
        return ReadableEnds.stream(element);
    }

    /** {@code stream<u8>}. */
    public static ValueCodec<ByteStreamReader> byteStream() {
        return ReadableEnds.byteStream();
    }

    /** {@code future<value>}; {@link #NONE} stands for a value that is absent. */
    public static <T> ValueCodec<FutureReader<T>> future(ValueCodec<T> value) {
        return ReadableEnds.future(value);
    }

    private static void checkSize(TypeInfo.FixedLengthList type, Bytes value) {
        if (value.size() != type.size()) {
            throw new IllegalArgumentException(value.size() + " bytes where a " + type + " has " + type.size());
        }
    }
}
