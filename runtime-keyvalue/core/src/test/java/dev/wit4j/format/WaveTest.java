package dev.wit4j.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.Bytes;
import dev.wit4j.Result;
import dev.wit4j.Tuple2;
import dev.wit4j.Unit;
import dev.wit4j.component.Codecs;
import dev.wit4j.component.TupleCodecs;
import dev.wit4j.component.ValueCodec;
import dev.wit4j.format.DefinedTypes.CaseValue;
import dev.wit4j.format.DefinedTypes.Member;
import dev.wit4j.format.DefinedTypes.RecordCodec;
import dev.wit4j.format.DefinedTypes.VariantCodec;
import dev.wit4j.value.ValueException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class WaveTest {
    private static final VariantCodec FILTER = VariantCodec.of(
            "test:wave/types.filter",
            List.of(
                    Member.of("all", Codecs.NONE),
                    Member.of("none", Codecs.NONE),
                    Member.of("some", Codecs.list(Codecs.STRING))));

    @Test
    void numbersAreWrittenInFull() {
        assertThat(Wave.format(Codecs.U64, -1L)).isEqualTo("18446744073709551615");
        assertThat(Wave.format(Codecs.S64, Long.MIN_VALUE)).isEqualTo("-9223372036854775808");
        assertThat(Wave.format(Codecs.F64, 1.0)).isEqualTo("1");
        assertThat(Wave.format(Codecs.F64, -0.0)).isEqualTo("-0");
        assertThat(Wave.format(Codecs.F32, 1.5e30f)).isEqualTo("1.5e30");
        assertThat(Wave.format(Codecs.F32, Float.NEGATIVE_INFINITY)).isEqualTo("-inf");
    }

    @Test
    void keywordsThatAreNamesAreEscaped() {
        assertThat(Wave.format(FILTER, new CaseValue(1, Optional.empty()))).isEqualTo("%none");
        assertThat(Wave.format(FILTER, new CaseValue(2, Optional.of(List.of("a'b")))))
                .isEqualTo("%some([\"a\\'b\"])");
        assertThat(Wave.parse(FILTER, "%none")).isEqualTo(new CaseValue(1, Optional.empty()));
        assertRefused(FILTER, "none", "1:1: expected a name of a test:wave/types.filter, not none");
    }

    @Test
    void someAndOkMayBeLeftOut() {
        assertThat(Wave.parse(Codecs.option(Codecs.U8), "7")).contains(7);
        assertThat(Wave.parse(Codecs.result(Codecs.U8, Codecs.NONE), "7")).isEqualTo(Result.ok(7));
        assertThat(Wave.parse(Codecs.option(Codecs.option(Codecs.U8)), "some(none)"))
                .isEqualTo(Optional.of(Optional.empty()));
        assertRefused(Codecs.option(Codecs.option(Codecs.U8)), "7", "expected some(...) or none");
    }

    @Test
    void absentPayloadsHaveNoParentheses() {
        ValueCodec<Result<Unit, Integer>> codec = Codecs.result(Codecs.NONE, Codecs.U8);
        assertThat(Wave.format(codec, Result.ok(Unit.VALUE))).isEqualTo("ok");
        assertThat(Wave.format(codec, Result.err(3))).isEqualTo("err(3)");
        assertRefused(codec, "ok(3)", "1:1: ok of a result<_, u8> has no payload");
        assertRefused(codec, "err", "1:1: err of a result<_, u8> has one payload");
    }

    @Test
    void whatWaveDoesNotKnowHasAFormMadeOfWhatItKnows() {
        ValueCodec<Map<String, Integer>> map = Codecs.map(Codecs.STRING, Codecs.U8);
        assertThat(Wave.format(map, Map.of("b", 1, "a", 2))).isEqualTo("[(\"a\", 2), (\"b\", 1)]");
        assertThat(Wave.format(map, Map.of())).isEqualTo("[]");
        assertRefused(map, "[(\"a\", 2), (\"a\", 1)]", "key a twice");
        assertThat(Wave.format(Codecs.BYTES, Bytes.of((byte) 1, (byte) -1))).isEqualTo("[1, 255]");
    }

    @Test
    void aTextOfSeveralLinesIsIndentedAsItsEnd() {
        String text = "\"\"\"\n    first \"quoted\"\n\n      second\\t\\\"\"\"\n    \"\"\"";
        assertThat(Wave.parse(Codecs.STRING, text)).isEqualTo("first \"quoted\"\n\n  second\t\"\"\"");
        assertThat(Wave.parse(Codecs.STRING, "\"\"\"\n\"\"\"")).isEmpty();
        assertRefused(Codecs.STRING, "\"\"\"\n   a\n  b\n   \"\"\"", "3:1: expected the line to be indented");
    }

    @Test
    void commentsAndOneCommaMoreAreAllowed() {
        assertThat(Wave.parse(Codecs.list(Codecs.U8), "[1, // one\n 2,\n]")).containsExactly(1, 2);
        assertThat(Wave.parse(TupleCodecs.of(Codecs.U8, Codecs.CHAR), "(1, 'x',)"))
                .isEqualTo(new Tuple2<>(1, (int) 'x'));
    }

    @Test
    void mistakesAreShownAtLineAndByte() {
        ValueCodec<List<Object>> record = RecordCodec.of(
                "test:wave/types.point", List.of(Member.of("x", Codecs.S8), Member.of("name", Codecs.STRING)));
        assertRefused(record, "{x: 1,\n name: \"\u00e9\", y: 2}", "2:14: a test:wave/types.point has no field y");
        assertRefused(record, "{x: 128, name: \"\"}", "1:5: expected s8, a whole number from -128 to 127");
        assertRefused(record, "{name: \"\"}", "1:1: field x is missing");
        assertRefused(Codecs.U8, "1 2", "1:3: expected the end of the value, found '2'");
        assertRefused(Codecs.U8, "", "1:1: expected a value, found the end of the text");
        assertRefused(Codecs.F64, "1e999", "1:1: a number that is too large");
    }

    @Test
    void deepNestingIsRefusedAndNotFollowed() {
        assertRefused(Codecs.list(Codecs.U8), "[".repeat(100_000), "deeper than 200 levels");
        assertRefused(Codecs.option(Codecs.U8), "some(".repeat(100_000), "deeper than 200 levels");
        assertRefused(Codecs.U8, "{a:".repeat(100_000), "deeper than 200 levels");
    }

    @Test
    void namesAreWordsOfOneCaseBetweenHyphens() {
        DefinedTypes.EnumCodec codec = DefinedTypes.EnumCodec.of("test:wave/types.e", "a-B2-3c", "x");
        assertThat(Wave.parse(codec, "a-B2-3c")).isZero();
        for (String text : List.of("a-", "aB", "-a", "%", "a--x", "%1")) {
            assertRefused(codec, text, "1:1: expected a ");
        }
        assertRefused(codec, "x-y".repeat(100_000), "1:1: expected a name of a test:wave/types.e");
        assertThatThrownBy(() -> Wave.parse(codec, "x-y".repeat(100_000)))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(400));
        assertRefused(Codecs.U8, "1".repeat(100_000), "expected u8");
    }

    private static void assertRefused(ValueCodec<?> codec, String text, String why) {
        assertThatThrownBy(() -> Wave.parse(codec, text))
                .isInstanceOf(ValueException.class)
                .hasMessageContaining(why);
    }
}
