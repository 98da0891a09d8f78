package dev.wit4j.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.Bytes;
import dev.wit4j.Result;
import dev.wit4j.Tuple2;
import dev.wit4j.component.Codecs;
import dev.wit4j.component.TupleCodecs;
import dev.wit4j.component.ValueCodec;
import dev.wit4j.format.DefinedTypes.CaseValue;
import dev.wit4j.format.DefinedTypes.FlagsCodec;
import dev.wit4j.format.DefinedTypes.Member;
import dev.wit4j.format.DefinedTypes.RecordCodec;
import dev.wit4j.format.DefinedTypes.VariantCodec;
import dev.wit4j.value.ValueException;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class JsonTest {
    private static final ValueCodec<List<Object>> POINT = RecordCodec.of(
            "test:json/types.point",
            List.of(Member.of("x-axis", Codecs.S8), Member.of("label", Codecs.option(Codecs.STRING))));

    @Test
    void numbersThatManyReadersCannotHoldAreStrings() {
        assertForm(Codecs.U64, -1L, "\"18446744073709551615\"");
        assertForm(Codecs.U32, 4294967295L, "4294967295");
        assertForm(Codecs.F64, Double.NaN, "\"nan\"");
        assertForm(Codecs.F32, Float.NEGATIVE_INFINITY, "\"-inf\"");
        assertThat(Json.parse(Codecs.U64, "7")).isEqualTo(7);
    }

    @Test
    void bytesAreBase64OrAnArray() {
        assertForm(Codecs.BYTES, Bytes.of((byte) 1, (byte) -1), "\"Af8=\"");
        assertThat(Json.parse(Codecs.BYTES, "[1, 255]")).isEqualTo(Bytes.of((byte) 1, (byte) -1));
        assertRefused(Codecs.BYTES, "\"***\"", "1:1: expected bytes in base64");
    }

    @Test
    void aFieldThatIsNoneIsLeftOut() {
        assertForm(POINT, List.of((byte) 1, Optional.empty()), "{\"x-axis\": 1}");
        assertForm(POINT, List.of((byte) 1, Optional.of("a")), "{\"x-axis\": 1, \"label\": \"a\"}");
        assertThat(Json.parse(POINT, "{\"label\": null, \"x-axis\": 1}"))
                .isEqualTo(List.of((byte) 1, Optional.empty()));
    }

    @Test
    void anOptionOfAnOptionKeepsItsLevels() {
        ValueCodec<Optional<Optional<Integer>>> codec = Codecs.option(Codecs.option(Codecs.U8));
        assertForm(codec, Optional.empty(), "null");
        assertForm(codec, Optional.of(Optional.empty()), "{\"some\": null}");
        assertForm(codec, Optional.of(Optional.of(1)), "{\"some\": 1}");
    }

    @Test
    void casesAndResultsNameWhatTheyAre() {
        VariantCodec codec = VariantCodec.of(
                "test:json/types.v", List.of(Member.of("empty", Codecs.NONE), Member.of("full", Codecs.U8)));
        assertForm(codec, new CaseValue(0, Optional.empty()), "\"empty\"");
        assertForm(codec, new CaseValue(1, Optional.of(2)), "{\"full\": 2}");
        assertForm(Codecs.result(Codecs.NONE, Codecs.U8), Result.err(1), "{\"err\": 1}");
        assertRefused(codec, "\"full\"", "expected a case of a test:json/types.v");
        assertRefused(Codecs.result(Codecs.NONE, Codecs.U8), "{\"ok\": 1}", "1:8: expected null");
    }

    @Test
    void collectionsAreArraysAndObjects() {
        BitSet set = new BitSet();
        set.set(1);
        assertForm(FlagsCodec.of("f", "read", "write"), set, "[\"write\"]");
        assertForm(TupleCodecs.of(Codecs.BOOL, Codecs.CHAR), new Tuple2<>(true, (int) 'x'), "[true, \"x\"]");
        assertForm(Codecs.map(Codecs.STRING, Codecs.U8), Map.of("b", 1, "a", 2), "{\"a\": 2, \"b\": 1}");
        assertForm(Codecs.map(Codecs.U8, Codecs.U8), Map.of(2, 1, 1, 2), "[[1, 2], [2, 1]]");
        assertForm(Codecs.map(Codecs.U8, Codecs.U8), Map.of(), "[]");
    }

    @Test
    void mistakesAreShownAtLineAndByte() {
        assertRefused(POINT, "{\"x-axis\": 1,\n\"y\": 2}", "2:6: a test:json/types.point has no field y");
        assertRefused(POINT, "{}", "1:1: field x-axis is missing");
        assertRefused(POINT, "{\"x-axis\": 1, \"x-axis\": 1}", "1:15: member x-axis twice");
        assertRefused(Codecs.U8, "256", "1:1: expected u8, a whole number from 0 to 255");
        assertRefused(Codecs.U8, "1.5", "1:1: expected u8");
        assertRefused(Codecs.STRING, "\"\\ud800\"", "1:1: a lone surrogate");
        assertRefused(Codecs.STRING, "\"a", "1:1: a string without a closing");
        assertRefused(Codecs.BOOL, "true false", "1:6: expected the end of the value");
        assertRefused(Codecs.list(Codecs.BOOL), "[".repeat(100_000), "deeper than 200 levels");
    }

    private static <T> void assertForm(ValueCodec<T> codec, T value, String json) {
        assertThat(Json.format(codec, value)).isEqualTo(json);
        assertThat(Json.parse(codec, json)).isEqualTo(value);
    }

    private static void assertRefused(ValueCodec<?> codec, String text, String why) {
        assertThatThrownBy(() -> Json.parse(codec, text))
                .isInstanceOf(ValueException.class)
                .hasMessageContaining(why);
    }
}
