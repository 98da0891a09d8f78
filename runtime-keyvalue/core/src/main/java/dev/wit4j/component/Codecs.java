package dev.wit4j.component;

import dev.wit4j.ByteStreamReader;
import dev.wit4j.Bytes;
import dev.wit4j.ErrorContext;
import dev.wit4j.FutureReader;
import dev.wit4j.Result;
import dev.wit4j.StreamReader;
import dev.wit4j.Tuple1;
import dev.wit4j.Tuple10;
import dev.wit4j.Tuple11;
import dev.wit4j.Tuple12;
import dev.wit4j.Tuple13;
import dev.wit4j.Tuple14;
import dev.wit4j.Tuple15;
import dev.wit4j.Tuple16;
import dev.wit4j.Tuple2;
import dev.wit4j.Tuple3;
import dev.wit4j.Tuple4;
import dev.wit4j.Tuple5;
import dev.wit4j.Tuple6;
import dev.wit4j.Tuple7;
import dev.wit4j.Tuple8;
import dev.wit4j.Tuple9;
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

    /** A {@code tuple} of these members. */
    public static <T1> ValueCodec<Tuple1<T1>> tuple1(ValueCodec<T1> first) {
        return new TupleCodec<>(List.of(first), t -> List.of(t.first()), m -> new Tuple1<>(m.get(0)));
    }

    /** A {@code tuple} of these members. */
    public static <T1, T2> ValueCodec<Tuple2<T1, T2>> tuple2(ValueCodec<T1> first, ValueCodec<T2> second) {
        return new TupleCodec<>(
                List.of(first, second), t -> List.of(t.first(), t.second()), m -> new Tuple2<>(m.get(0), m.get(1)));
    }

    /** A {@code tuple} of these members. */
    public static <T1, T2, T3> ValueCodec<Tuple3<T1, T2, T3>> tuple3(
            ValueCodec<T1> first, ValueCodec<T2> second, ValueCodec<T3> third) {
        return new TupleCodec<>(
                List.of(first, second, third),
                t -> List.of(t.first(), t.second(), t.third()),
                m -> new Tuple3<>(m.get(0), m.get(1), m.get(2)));
    }

    /** A {@code tuple} of these members. */
    public static <T1, T2, T3, T4> ValueCodec<Tuple4<T1, T2, T3, T4>> tuple4(
            ValueCodec<T1> first, ValueCodec<T2> second, ValueCodec<T3> third, ValueCodec<T4> fourth) {
        return new TupleCodec<>(
                List.of(first, second, third, fourth),
                t -> List.of(t.first(), t.second(), t.third(), t.fourth()),
                m -> new Tuple4<>(m.get(0), m.get(1), m.get(2), m.get(3)));
    }

    /** A {@code tuple} of these members. */
    public static <T1, T2, T3, T4, T5> ValueCodec<Tuple5<T1, T2, T3, T4, T5>> tuple5(
            ValueCodec<T1> first,
            ValueCodec<T2> second,
            ValueCodec<T3> third,
            ValueCodec<T4> fourth,
            ValueCodec<T5> fifth) {
        return new TupleCodec<>(
                List.of(first, second, third, fourth, fifth),
                t -> List.of(t.first(), t.second(), t.third(), t.fourth(), t.fifth()),
                m -> new Tuple5<>(m.get(0), m.get(1), m.get(2), m.get(3), m.get(4)));
    }

    /** A {@code tuple} of these members. */
    public static <T1, T2, T3, T4, T5, T6> ValueCodec<Tuple6<T1, T2, T3, T4, T5, T6>> tuple6(
            ValueCodec<T1> first,
            ValueCodec<T2> second,
            ValueCodec<T3> third,
            ValueCodec<T4> fourth,
            ValueCodec<T5> fifth,
            ValueCodec<T6> sixth) {
        return new TupleCodec<>(
                List.of(first, second, third, fourth, fifth, sixth),
                t -> List.of(t.first(), t.second(), t.third(), t.fourth(), t.fifth(), t.sixth()),
                m -> new Tuple6<>(m.get(0), m.get(1), m.get(2), m.get(3), m.get(4), m.get(5)));
    }

    /** A {@code tuple} of these members. */
    public static <T1, T2, T3, T4, T5, T6, T7> ValueCodec<Tuple7<T1, T2, T3, T4, T5, T6, T7>> tuple7(
            ValueCodec<T1> first,
            ValueCodec<T2> second,
            ValueCodec<T3> third,
            ValueCodec<T4> fourth,
            ValueCodec<T5> fifth,
            ValueCodec<T6> sixth,
            ValueCodec<T7> seventh) {
        return new TupleCodec<>(
                List.of(first, second, third, fourth, fifth, sixth, seventh),
                t -> List.of(t.first(), t.second(), t.third(), t.fourth(), t.fifth(), t.sixth(), t.seventh()),
                m -> new Tuple7<>(m.get(0), m.get(1), m.get(2), m.get(3), m.get(4), m.get(5), m.get(6)));
    }

    /** A {@code tuple} of these members. */
    public static <T1, T2, T3, T4, T5, T6, T7, T8> ValueCodec<Tuple8<T1, T2, T3, T4, T5, T6, T7, T8>> tuple8(
            ValueCodec<T1> first,
            ValueCodec<T2> second,
            ValueCodec<T3> third,
            ValueCodec<T4> fourth,
            ValueCodec<T5> fifth,
            ValueCodec<T6> sixth,
            ValueCodec<T7> seventh,
            ValueCodec<T8> eighth) {
        return new TupleCodec<>(
                List.of(first, second, third, fourth, fifth, sixth, seventh, eighth),
                t -> List.of(
                        t.first(), t.second(), t.third(), t.fourth(), t.fifth(), t.sixth(), t.seventh(), t.eighth()),
                m -> new Tuple8<>(m.get(0), m.get(1), m.get(2), m.get(3), m.get(4), m.get(5), m.get(6), m.get(7)));
    }

    /** A {@code tuple} of these members. */
    public static <T1, T2, T3, T4, T5, T6, T7, T8, T9> ValueCodec<Tuple9<T1, T2, T3, T4, T5, T6, T7, T8, T9>> tuple9(
            ValueCodec<T1> first,
            ValueCodec<T2> second,
            ValueCodec<T3> third,
            ValueCodec<T4> fourth,
            ValueCodec<T5> fifth,
            ValueCodec<T6> sixth,
            ValueCodec<T7> seventh,
            ValueCodec<T8> eighth,
            ValueCodec<T9> ninth) {
        return new TupleCodec<>(
                List.of(first, second, third, fourth, fifth, sixth, seventh, eighth, ninth),
                t -> List.of(
                        t.first(),
                        t.second(),
                        t.third(),
                        t.fourth(),
                        t.fifth(),
                        t.sixth(),
                        t.seventh(),
                        t.eighth(),
                        t.ninth()),
                m -> new Tuple9<>(
                        m.get(0), m.get(1), m.get(2), m.get(3), m.get(4), m.get(5), m.get(6), m.get(7), m.get(8)));
    }

    /** A {@code tuple} of these members. */
    public static <T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>
            ValueCodec<Tuple10<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>> tuple10(
                    ValueCodec<T1> first,
                    ValueCodec<T2> second,
                    ValueCodec<T3> third,
                    ValueCodec<T4> fourth,
                    ValueCodec<T5> fifth,
                    ValueCodec<T6> sixth,
                    ValueCodec<T7> seventh,
                    ValueCodec<T8> eighth,
                    ValueCodec<T9> ninth,
                    ValueCodec<T10> tenth) {
        return new TupleCodec<>(
                List.of(first, second, third, fourth, fifth, sixth, seventh, eighth, ninth, tenth),
                t -> List.of(
                        t.first(),
                        t.second(),
                        t.third(),
                        t.fourth(),
                        t.fifth(),
                        t.sixth(),
                        t.seventh(),
                        t.eighth(),
                        t.ninth(),
                        t.tenth()),
                m -> new Tuple10<>(
                        m.get(0), m.get(1), m.get(2), m.get(3), m.get(4), m.get(5), m.get(6), m.get(7), m.get(8),
                        m.get(9)));
    }

    /** A {@code tuple} of these members. */
    public static <T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>
            ValueCodec<Tuple11<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>> tuple11(
                    ValueCodec<T1> first,
                    ValueCodec<T2> second,
                    ValueCodec<T3> third,
                    ValueCodec<T4> fourth,
                    ValueCodec<T5> fifth,
                    ValueCodec<T6> sixth,
                    ValueCodec<T7> seventh,
                    ValueCodec<T8> eighth,
                    ValueCodec<T9> ninth,
                    ValueCodec<T10> tenth,
                    ValueCodec<T11> eleventh) {
        return new TupleCodec<>(
                List.of(first, second, third, fourth, fifth, sixth, seventh, eighth, ninth, tenth, eleventh),
                t -> List.of(
                        t.first(),
                        t.second(),
                        t.third(),
                        t.fourth(),
                        t.fifth(),
                        t.sixth(),
                        t.seventh(),
                        t.eighth(),
                        t.ninth(),
                        t.tenth(),
                        t.eleventh()),
                m -> new Tuple11<>(
                        m.get(0), m.get(1), m.get(2), m.get(3), m.get(4), m.get(5), m.get(6), m.get(7), m.get(8),
                        m.get(9), m.get(10)));
    }

    /** A {@code tuple} of these members. */
    public static <T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>
            ValueCodec<Tuple12<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>> tuple12(
                    ValueCodec<T1> first,
                    ValueCodec<T2> second,
                    ValueCodec<T3> third,
                    ValueCodec<T4> fourth,
                    ValueCodec<T5> fifth,
                    ValueCodec<T6> sixth,
                    ValueCodec<T7> seventh,
                    ValueCodec<T8> eighth,
                    ValueCodec<T9> ninth,
                    ValueCodec<T10> tenth,
                    ValueCodec<T11> eleventh,
                    ValueCodec<T12> twelfth) {
        return new TupleCodec<>(
                List.of(first, second, third, fourth, fifth, sixth, seventh, eighth, ninth, tenth, eleventh, twelfth),
                t -> List.of(
                        t.first(),
                        t.second(),
                        t.third(),
                        t.fourth(),
                        t.fifth(),
                        t.sixth(),
                        t.seventh(),
                        t.eighth(),
                        t.ninth(),
                        t.tenth(),
                        t.eleventh(),
                        t.twelfth()),
                m -> new Tuple12<>(
                        m.get(0), m.get(1), m.get(2), m.get(3), m.get(4), m.get(5), m.get(6), m.get(7), m.get(8),
                        m.get(9), m.get(10), m.get(11)));
    }

    /** A {@code tuple} of these members. */
    public static <T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>
            ValueCodec<Tuple13<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>> tuple13(
                    ValueCodec<T1> first,
                    ValueCodec<T2> second,
                    ValueCodec<T3> third,
                    ValueCodec<T4> fourth,
                    ValueCodec<T5> fifth,
                    ValueCodec<T6> sixth,
                    ValueCodec<T7> seventh,
                    ValueCodec<T8> eighth,
                    ValueCodec<T9> ninth,
                    ValueCodec<T10> tenth,
                    ValueCodec<T11> eleventh,
                    ValueCodec<T12> twelfth,
                    ValueCodec<T13> thirteenth) {
        return new TupleCodec<>(
                List.of(
                        first,
                        second,
                        third,
                        fourth,
                        fifth,
                        sixth,
                        seventh,
                        eighth,
                        ninth,
                        tenth,
                        eleventh,
                        twelfth,
                        thirteenth),
                t -> List.of(
                        t.first(),
                        t.second(),
                        t.third(),
                        t.fourth(),
                        t.fifth(),
                        t.sixth(),
                        t.seventh(),
                        t.eighth(),
                        t.ninth(),
                        t.tenth(),
                        t.eleventh(),
                        t.twelfth(),
                        t.thirteenth()),
                m -> new Tuple13<>(
                        m.get(0), m.get(1), m.get(2), m.get(3), m.get(4), m.get(5), m.get(6), m.get(7), m.get(8),
                        m.get(9), m.get(10), m.get(11), m.get(12)));
    }

    /** A {@code tuple} of these members. */
    public static <T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>
            ValueCodec<Tuple14<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>> tuple14(
                    ValueCodec<T1> first,
                    ValueCodec<T2> second,
                    ValueCodec<T3> third,
                    ValueCodec<T4> fourth,
                    ValueCodec<T5> fifth,
                    ValueCodec<T6> sixth,
                    ValueCodec<T7> seventh,
                    ValueCodec<T8> eighth,
                    ValueCodec<T9> ninth,
                    ValueCodec<T10> tenth,
                    ValueCodec<T11> eleventh,
                    ValueCodec<T12> twelfth,
                    ValueCodec<T13> thirteenth,
                    ValueCodec<T14> fourteenth) {
        return new TupleCodec<>(
                List.of(
                        first,
                        second,
                        third,
                        fourth,
                        fifth,
                        sixth,
                        seventh,
                        eighth,
                        ninth,
                        tenth,
                        eleventh,
                        twelfth,
                        thirteenth,
                        fourteenth),
                t -> List.of(
                        t.first(),
                        t.second(),
                        t.third(),
                        t.fourth(),
                        t.fifth(),
                        t.sixth(),
                        t.seventh(),
                        t.eighth(),
                        t.ninth(),
                        t.tenth(),
                        t.eleventh(),
                        t.twelfth(),
                        t.thirteenth(),
                        t.fourteenth()),
                m -> new Tuple14<>(
                        m.get(0), m.get(1), m.get(2), m.get(3), m.get(4), m.get(5), m.get(6), m.get(7), m.get(8),
                        m.get(9), m.get(10), m.get(11), m.get(12), m.get(13)));
    }

    /** A {@code tuple} of these members. */
    public static <T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15>
            ValueCodec<Tuple15<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15>> tuple15(
                    ValueCodec<T1> first,
                    ValueCodec<T2> second,
                    ValueCodec<T3> third,
                    ValueCodec<T4> fourth,
                    ValueCodec<T5> fifth,
                    ValueCodec<T6> sixth,
                    ValueCodec<T7> seventh,
                    ValueCodec<T8> eighth,
                    ValueCodec<T9> ninth,
                    ValueCodec<T10> tenth,
                    ValueCodec<T11> eleventh,
                    ValueCodec<T12> twelfth,
                    ValueCodec<T13> thirteenth,
                    ValueCodec<T14> fourteenth,
                    ValueCodec<T15> fifteenth) {
        return new TupleCodec<>(
                List.of(
                        first,
                        second,
                        third,
                        fourth,
                        fifth,
                        sixth,
                        seventh,
                        eighth,
                        ninth,
                        tenth,
                        eleventh,
                        twelfth,
                        thirteenth,
                        fourteenth,
                        fifteenth),
                t -> List.of(
                        t.first(),
                        t.second(),
                        t.third(),
                        t.fourth(),
                        t.fifth(),
                        t.sixth(),
                        t.seventh(),
                        t.eighth(),
                        t.ninth(),
                        t.tenth(),
                        t.eleventh(),
                        t.twelfth(),
                        t.thirteenth(),
                        t.fourteenth(),
                        t.fifteenth()),
                m -> new Tuple15<>(
                        m.get(0), m.get(1), m.get(2), m.get(3), m.get(4), m.get(5), m.get(6), m.get(7), m.get(8),
                        m.get(9), m.get(10), m.get(11), m.get(12), m.get(13), m.get(14)));
    }

    /** A {@code tuple} of these members. */
    public static <T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16>
            ValueCodec<Tuple16<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16>> tuple16(
                    ValueCodec<T1> first,
                    ValueCodec<T2> second,
                    ValueCodec<T3> third,
                    ValueCodec<T4> fourth,
                    ValueCodec<T5> fifth,
                    ValueCodec<T6> sixth,
                    ValueCodec<T7> seventh,
                    ValueCodec<T8> eighth,
                    ValueCodec<T9> ninth,
                    ValueCodec<T10> tenth,
                    ValueCodec<T11> eleventh,
                    ValueCodec<T12> twelfth,
                    ValueCodec<T13> thirteenth,
                    ValueCodec<T14> fourteenth,
                    ValueCodec<T15> fifteenth,
                    ValueCodec<T16> sixteenth) {
        return new TupleCodec<>(
                List.of(
                        first,
                        second,
                        third,
                        fourth,
                        fifth,
                        sixth,
                        seventh,
                        eighth,
                        ninth,
                        tenth,
                        eleventh,
                        twelfth,
                        thirteenth,
                        fourteenth,
                        fifteenth,
                        sixteenth),
                t -> List.of(
                        t.first(),
                        t.second(),
                        t.third(),
                        t.fourth(),
                        t.fifth(),
                        t.sixth(),
                        t.seventh(),
                        t.eighth(),
                        t.ninth(),
                        t.tenth(),
                        t.eleventh(),
                        t.twelfth(),
                        t.thirteenth(),
                        t.fourteenth(),
                        t.fifteenth(),
                        t.sixteenth()),
                m -> new Tuple16<>(
                        m.get(0), m.get(1), m.get(2), m.get(3), m.get(4), m.get(5), m.get(6), m.get(7), m.get(8),
                        m.get(9), m.get(10), m.get(11), m.get(12), m.get(13), m.get(14), m.get(15)));
    }

    private static void checkSize(TypeInfo.FixedLengthList type, Bytes value) {
        if (value.size() != type.size()) {
            throw new IllegalArgumentException(value.size() + " bytes where a " + type + " has " + type.size());
        }
    }
}
