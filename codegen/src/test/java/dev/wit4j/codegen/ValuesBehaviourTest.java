package dev.wit4j.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.Bytes;
import dev.wit4j.ErrorContext;
import dev.wit4j.Result;
import dev.wit4j.Tuple2;
import dev.wit4j.Unit;
import dev.wit4j.component.ValueCodec;
import dev.wit4j.format.Binary;
import dev.wit4j.format.Json;
import dev.wit4j.format.Wave;
import dev.wit4j.value.ValueException;
import golden.tests.everything.v0_2.values.Access;
import golden.tests.everything.v0_2.values.Color;
import golden.tests.everything.v0_2.values.EmptyRecord;
import golden.tests.everything.v0_2.values.FailsWithListException;
import golden.tests.everything.v0_2.values.Failure;
import golden.tests.everything.v0_2.values.FailureException;
import golden.tests.everything.v0_2.values.Numbers;
import golden.tests.everything.v0_2.values.Shape;
import golden.tests.everything.v0_2.values.Texts;
import golden.tests.everything.v0_2.values.Tuple17;
import golden.tests.everything.v0_2.values.Values;
import golden.tests.everything.v0_2.values.ValuesCodecs;
import golden.tests.everything.v0_2.values.ValuesFunctions;
import golden.tests.everything.v0_2.values.ValuesProxies;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Values of generated types, checked when they are made, and written and read by generated codecs. */
class ValuesBehaviourTest {
    private static final Numbers NUMBERS = new Numbers(
            255,
            65_535,
            4_294_967_295L,
            -1L,
            (byte) -128,
            (short) -32_768,
            -1,
            Long.MIN_VALUE,
            1.5f,
            -0.25,
            0x1F600,
            true);

    private static Texts texts(List<String> list) {
        Map<String, Bytes> table = new LinkedHashMap<>();
        table.put("b", Bytes.EMPTY);
        table.put("a", Bytes.utf8("x"));
        return new Texts(
                "text \uD83D\uDE00",
                Bytes.of((byte) 1, (byte) 2),
                list,
                List.of(List.of(), List.of(0L, 4_294_967_295L)),
                Optional.of(Optional.empty()),
                new Tuple2<>("key", -1L),
                Unit.VALUE,
                table,
                List.of((short) 1, (short) 2, (short) 3),
                Bytes.of(new byte[4]),
                Result.ok(NUMBERS),
                Result.err(7),
                Optional.of(new ErrorContext("why")));
    }

    @Test
    void aRecordComesBackEqual() {
        assertRoundTrip(ValuesCodecs.NUMBERS, NUMBERS);
        assertRoundTrip(ValuesCodecs.TEXTS, texts(List.of("one", "two")));
        assertRoundTrip(ValuesCodecs.EMPTY_RECORD, new EmptyRecord());
    }

    @Test
    void eachCaseOfAVariantComesBackEqual() {
        List<Shape> shapes = List.of(
                new Shape.Empty(),
                new Shape.Circle(2.5),
                new Shape.Named(new Tuple2<>("x", Color.DARK_GREEN)),
                new Shape.Both(texts(List.of())),
                new Shape.ShapeCase(Set.of(Access.READ, Access.EXECUTE_ALL)));

        shapes.forEach(shape -> assertRoundTrip(ValuesCodecs.SHAPE, shape));
        assertThat(Shape.class.getPermittedSubclasses()).hasSameSizeAs(shapes);
    }

    @Test
    void eachCaseOfAnEnumAndEachSetOfFlagsComesBackEqual() {
        for (Color color : Color.values()) {
            assertRoundTrip(ValuesCodecs.COLOR, color);
        }
        assertRoundTrip(ValuesCodecs.ACCESS, Set.of());
        assertRoundTrip(ValuesCodecs.ACCESS, EnumSet.allOf(Access.class));
    }

    @Test
    void aTupleOf17MembersComesBackEqualFromEveryFormat() {
        var wide = wide(255);
        @SuppressWarnings("unchecked")
        var codec = (ValueCodec<Object>)
                ValuesFunctions.ECHO_WIDE.parameters().get(0).codec();

        assertRoundTrip(codec, wide);
        assertThat(Wave.format(codec, wide))
                .isEqualTo("(255, 65535, 4294967295, 18446744073709551615, -1, -2, -3, -4, 0.5, -0.25, 'x', true,"
                        + " \"text\", [1], blue, some(\"present\"), {write})");
        assertThat(Wave.parse(codec, Wave.format(codec, wide))).isEqualTo(wide);
        assertThat(Json.parse(codec, Json.format(codec, wide))).isEqualTo(wide);
    }

    @Test
    void aTupleOf17MembersIsCheckedMemberByMember() {
        assertThatThrownBy(() -> wide(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("first");
        Values values = ValuesProxies.over((function, arguments) -> Optional.of(arguments[0]));

        assertThat(values.echoWide(wide(1))).contains(wide(1));
        assertThatThrownBy(() -> values.echoWide(wide(256)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("it: member 0: 256 is not a u8, from 0 to 255");
    }

    private static Tuple17<
                    Integer,
                    Integer,
                    Long,
                    Long,
                    Byte,
                    Short,
                    Integer,
                    Long,
                    Float,
                    Double,
                    Integer,
                    Boolean,
                    String,
                    Bytes,
                    Color,
                    Optional<String>,
                    Set<Access>>
            wide(Integer first) {
        return new Tuple17<>(
                first,
                65_535,
                4_294_967_295L,
                -1L,
                (byte) -1,
                (short) -2,
                -3,
                -4L,
                0.5f,
                -0.25,
                (int) 'x',
                true,
                "text",
                Bytes.of((byte) 1),
                Color.BLUE,
                Optional.of("present"),
                Set.of(Access.WRITE));
    }

    @Test
    void flagsAreIteratedInTheOrderOfTheirDefinition() {
        Set<Access> read = Binary.decode(
                ValuesCodecs.ACCESS,
                Binary.encode(ValuesCodecs.ACCESS, Set.of(Access.EXECUTE_ALL, Access.WRITE, Access.READ)));

        assertThat(read).containsExactly(Access.READ, Access.WRITE, Access.EXECUTE_ALL);
        assertThatThrownBy(() -> read.add(Access.READ)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void bytesOfAnotherTypeAreRefused() {
        Bytes bytes = Binary.encode(ValuesCodecs.COLOR, Color.BLUE);

        assertThatThrownBy(() -> Binary.decode(ValuesCodecs.FAILURE, bytes)).isInstanceOf(ValueException.class);
        assertThatThrownBy(() -> Binary.decode(ValuesCodecs.NUMBERS, bytes)).isInstanceOf(ValueException.class);
    }

    @Test
    void structureKeepsTheNamesOfWit() {
        assertThat(ValuesCodecs.COLOR.type()).hasToString("tests:everything/values@0.2.1.color");
        assertThat(((dev.wit4j.value.TypeInfo.Enum) ValuesCodecs.COLOR.type()).cases())
                .containsExactly("red", "dark-green", "blue");
    }

    @Test
    void aValueOutOfRangeIsRefusedWhenTheRecordIsMade() {
        assertThatThrownBy(() -> new Numbers(256, 0, 0, 0, (byte) 0, (short) 0, 0, 0, 0, 0, 'a', false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a: 256");
        assertThatThrownBy(() -> new Numbers(0, 0, -1, 0, (byte) 0, (short) 0, 0, 0, 0, 0, 'a', false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("c: -1");
        assertThatThrownBy(() -> new Numbers(0, 0, 0, 0, (byte) 0, (short) 0, 0, 0, 0, 0, 0xD800, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("k: ");
        assertThatThrownBy(() -> new Shape.Named(new Tuple2<>("\uD800", Color.RED)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("surrogate");
    }

    @Test
    void nullIsRefusedWhenTheRecordIsMade() {
        assertThatThrownBy(() -> new Shape.Both(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("value");
        assertThatThrownBy(() -> new FailureException(null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void aRecordKeepsWhatItWasMadeOf() {
        var list = new ArrayList<>(List.of("one"));
        Texts texts = texts(list);
        list.add("two");

        assertThat(texts.list()).containsExactly("one");
        assertThatThrownBy(() -> texts.list().add("three")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aListOfFixedLengthHasIt() {
        Texts right = texts(List.of());

        assertThatThrownBy(() -> new Texts(
                        right.text(),
                        right.raw(),
                        right.list(),
                        right.nested(),
                        right.maybe(),
                        right.pair(),
                        right.nothing(),
                        right.table(),
                        List.of((short) 1),
                        right.digest(),
                        right.outcome(),
                        right.half(),
                        right.context()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("triple");
    }

    @Test
    void aU64IsPrintedWithoutASign() {
        assertThat(NUMBERS)
                .asString()
                .startsWith("Numbers[a=255, b=65535, c=4294967295, d=18446744073709551615, e=-128");
    }

    @Test
    void anExceptionCarriesItsErrorAndSaysIt() {
        var exception = new FailureException(new Failure.NotFound("x"));

        assertThat(exception.error()).isEqualTo(new Failure.NotFound("x"));
        assertThat(exception).hasMessage("tests:everything/values@0.2.1.failure: not-found(\"x\")");
        assertThat(new FailsWithListException(List.of("a", "b")))
                .hasMessage("tests:everything/values@0.2.1#fails-with-list: [\"a\", \"b\"]");
    }

    private static <T> void assertRoundTrip(ValueCodec<T> codec, T value) {
        Bytes bytes = Binary.encode(codec, value);
        assertThat(Binary.decode(codec, bytes)).isEqualTo(value);
        assertThat(Binary.encode(codec, Binary.decode(codec, bytes))).isEqualTo(bytes);
    }
}
