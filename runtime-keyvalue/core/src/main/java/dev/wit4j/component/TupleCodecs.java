package dev.wit4j.component;

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
import java.util.List;

/** The codecs of tuples, by their number of members. */
public final class TupleCodecs {
    private TupleCodecs() {}

    /** A {@code tuple} of these members. */
    public static <T1> ValueCodec<Tuple1<T1>> of(ValueCodec<T1> first) {
        return new TupleCodec<>(List.of(first), t -> List.of(t.first()), m -> new Tuple1<>(m.get(0)));
    }

    /** A {@code tuple} of these members. */
    public static <T1, T2> ValueCodec<Tuple2<T1, T2>> of(ValueCodec<T1> first, ValueCodec<T2> second) {
        return new TupleCodec<>(
                List.of(first, second), t -> List.of(t.first(), t.second()), m -> new Tuple2<>(m.get(0), m.get(1)));
    }

    /** A {@code tuple} of these members. */
    public static <T1, T2, T3> ValueCodec<Tuple3<T1, T2, T3>> of(
            ValueCodec<T1> first, ValueCodec<T2> second, ValueCodec<T3> third) {
        return new TupleCodec<>(
                List.of(first, second, third),
                t -> List.of(t.first(), t.second(), t.third()),
                m -> new Tuple3<>(m.get(0), m.get(1), m.get(2)));
    }

    /** A {@code tuple} of these members. */
    public static <T1, T2, T3, T4> ValueCodec<Tuple4<T1, T2, T3, T4>> of(
            ValueCodec<T1> first, ValueCodec<T2> second, ValueCodec<T3> third, ValueCodec<T4> fourth) {
        return new TupleCodec<>(
                List.of(first, second, third, fourth),
                t -> List.of(t.first(), t.second(), t.third(), t.fourth()),
                m -> new Tuple4<>(m.get(0), m.get(1), m.get(2), m.get(3)));
    }

    /** A {@code tuple} of these members. */
    public static <T1, T2, T3, T4, T5> ValueCodec<Tuple5<T1, T2, T3, T4, T5>> of(
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
    public static <T1, T2, T3, T4, T5, T6> ValueCodec<Tuple6<T1, T2, T3, T4, T5, T6>> of(
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
    public static <T1, T2, T3, T4, T5, T6, T7> ValueCodec<Tuple7<T1, T2, T3, T4, T5, T6, T7>> of(
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
    public static <T1, T2, T3, T4, T5, T6, T7, T8> ValueCodec<Tuple8<T1, T2, T3, T4, T5, T6, T7, T8>> of(
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
    public static <T1, T2, T3, T4, T5, T6, T7, T8, T9> ValueCodec<Tuple9<T1, T2, T3, T4, T5, T6, T7, T8, T9>> of(
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
            ValueCodec<Tuple10<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>> of(
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
            ValueCodec<Tuple11<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>> of(
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
            ValueCodec<Tuple12<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>> of(
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
            ValueCodec<Tuple13<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>> of(
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
            ValueCodec<Tuple14<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>> of(
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
            ValueCodec<Tuple15<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15>> of(
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
            ValueCodec<Tuple16<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16>> of(
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
}
