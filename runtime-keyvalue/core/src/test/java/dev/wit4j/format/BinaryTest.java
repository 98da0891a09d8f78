package dev.wit4j.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.Bytes;
import dev.wit4j.Result;
import dev.wit4j.Unit;
import dev.wit4j.component.Codecs;
import dev.wit4j.component.ValueCodec;
import dev.wit4j.format.DefinedTypes.CaseValue;
import dev.wit4j.format.DefinedTypes.EnumCodec;
import dev.wit4j.format.DefinedTypes.FlagsCodec;
import dev.wit4j.format.DefinedTypes.Member;
import dev.wit4j.format.DefinedTypes.VariantCodec;
import dev.wit4j.value.ValueException;
import java.util.BitSet;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BinaryTest {
    @Test
    void aByteIsAByteWithOrWithoutASign() {
        assertBytes(Codecs.U8, 200, "c8");
        assertBytes(Codecs.S8, (byte) -56, "c8");
    }

    @ParameterizedTest
    @CsvSource({"0,00", "127,7f", "128,8001", "16384,808001", "4294967295,ffffffff0f"})
    void anUnsignedNumberIsLeb128(long value, String hex) {
        assertBytes(Codecs.U32, value, hex);
    }

    @ParameterizedTest
    @CsvSource({
        "0,00",
        "63,3f",
        "64,c000",
        "-1,7f",
        "-64,40",
        "-65,bf7f",
        "2147483647,ffffffff07",
        "-2147483648,8080808078"
    })
    void aSignedNumberIsSignedLeb128(int value, String hex) {
        assertBytes(Codecs.S32, value, hex);
    }

    @Test
    void theLargestNumbersOf64BitsTakeTenBytes() {
        assertBytes(Codecs.U64, -1L, "ffffffffffffffffff01");
        assertBytes(Codecs.S64, Long.MIN_VALUE, "8080808080808080807f");
        assertBytes(Codecs.S64, Long.MAX_VALUE, "ffffffffffffffffff00");
        assertBytes(Codecs.S64, 1L << 62, "8080808080808080c000");
    }

    @Test
    void everyNaNBecomesTheCanonicalOne() {
        assertBytes(Codecs.F32, Float.intBitsToFloat(0xffc0_1234), "0000c07f");
        assertBytes(Codecs.F64, Double.longBitsToDouble(0xfff8_0000_0000_0001L), "000000000000f87f");
    }

    @Test
    void textIsUtf8() {
        assertBytes(Codecs.CHAR, 0x1f30a, "f09f8c8a");
        assertBytes(Codecs.STRING, "\u00e9!", "03c3a921");
        assertBytes(Codecs.STRING, "\ufffd", "03efbfbd");
    }

    @Test
    void listsSayTheirLengthUnlessItIsFixed() {
        assertBytes(Codecs.list(Codecs.U16), List.of(1, 300), "0201ac02");
        assertBytes(Codecs.fixedList(Codecs.U16, 2), List.of(1, 300), "01ac02");
        assertBytes(Codecs.BYTES, Bytes.of((byte) 9, (byte) 8), "020908");
        assertBytes(Codecs.fixedBytes(2), Bytes.of((byte) 9, (byte) 8), "0908");
    }

    @Test
    void optionsAndResultsBeginWithTheirCase() {
        assertBytes(Codecs.option(Codecs.option(Codecs.U8)), Optional.of(Optional.empty()), "0100");
        assertBytes(Codecs.result(Codecs.U8, Codecs.NONE), Result.ok(5), "0005");
        assertBytes(Codecs.result(Codecs.U8, Codecs.NONE), Result.err(Unit.VALUE), "01");
    }

    @Test
    void definedTypesAreTheirIndicesAndBits() {
        VariantCodec variant =
                VariantCodec.of("v", List.of(Member.of("none", Codecs.NONE), Member.of("number", Codecs.U8)));
        assertBytes(variant, new CaseValue(1, Optional.of(7)), "0107");
        assertBytes(EnumCodec.of("e", "a", "b", "c"), 2, "02");
        BitSet set = new BitSet();
        set.set(0);
        set.set(8);
        assertBytes(FlagsCodec.of("f", "0", "1", "2", "3", "4", "5", "6", "7", "8"), set, "0101");
    }

    @Test
    void aMapIsTheSameBytesInWhateverOrderItIsIterated() {
        ValueCodec<Map<String, Integer>> codec = Codecs.map(Codecs.STRING, Codecs.U8);
        Map<String, Integer> upwards = new LinkedHashMap<>();
        Map<String, Integer> downwards = new LinkedHashMap<>();
        // U+FF5E is behind U+1F30A in UTF-16, and before it as a code point.
        List<String> keys = List.of("", "a", "b", "\uff5e", "\ud83c\udf0a");
        for (int i = 0; i < keys.size(); i++) {
            upwards.put(keys.get(i), i);
            downwards.put(keys.get(keys.size() - 1 - i), keys.size() - 1 - i);
        }
        assertThat(Binary.encode(codec, downwards)).isEqualTo(Binary.encode(codec, upwards));
        assertThat(Binary.decode(codec, Binary.encode(codec, downwards)).keySet())
                .containsExactlyElementsOf(keys);
    }

    @Test
    void keysOutOfOrderOrTwiceAreRefused() {
        ValueCodec<Map<String, Integer>> codec = Codecs.map(Codecs.STRING, Codecs.U8);
        assertThat(Binary.decode(codec, bytes("02016101016202"))).isEqualTo(Map.of("a", 1, "b", 2));
        assertRefused(codec, "02016201016102", "out of order");
        assertRefused(codec, "02016101016101", "out of order");
    }

    @ParameterizedTest
    @ValueSource(strings = {"8000", "ff00", "808080808000", "ffffffff1f", "8080808010", "80"})
    void anUnsignedNumberHasOneForm(String hex) {
        assertRefused(Codecs.U32, hex, "byte ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"8000", "ff7f", "c07f80", "8080808008", "ffffffff77", "808080808000", "ffffffffffffffffff7f"})
    void aSignedNumberHasOneForm(String hex) {
        assertRefused(Codecs.S32, hex, "byte ");
    }

    @Test
    void numbersOfSixtyFourBitsStopThere() {
        assertRefused(Codecs.U64, "ffffffffffffffffff03", "more than 64 bits");
        assertRefused(Codecs.U64, "8080808080808080808001", "more than 64 bits");
        assertRefused(Codecs.S64, "ffffffffffffffffff01", "more than 64 bits");
    }

    @Test
    void whatHasTwoFormsElsewhereHasOneHere() {
        assertRefused(Codecs.BOOL, "02", "2 where 0 or 1 is expected");
        assertRefused(Codecs.F32, "0100c07f", "NaN");
        assertRefused(Codecs.F64, "010000000000f87f", "NaN");
        assertRefused(Codecs.STRING, "02c080", "not UTF-8");
        assertRefused(Codecs.STRING, "03eda080", "not UTF-8");
        assertRefused(Codecs.CHAR, "eda080", "UTF-8");
        assertRefused(Codecs.CHAR, "80", "bytes are left");
        assertRefused(Codecs.CHAR, "8041", "UTF-8");
        assertRefused(EnumCodec.of("e", "a", "b"), "02", "has no case 2");
        assertRefused(FlagsCodec.of("f", "a", "b"), "04", "has no flag 2");
        assertRefused(Codecs.U8, "0000", "behind the end");
    }

    @Test
    void aLengthIsNotBelievedBeforeItsBytesAreThere() {
        assertRefused(
                Codecs.BYTES, "ffffffff0f00", "4294967295 more bytes or elements announced where 1 bytes are left");
        assertRefused(Codecs.STRING, "ffffffff07", "announced");
        assertRefused(Codecs.list(Codecs.STRING), "ffffffff0700", "announced");
        assertRefused(Codecs.list(Codecs.U64), "ffffffff0700", "announced");
        assertRefused(Codecs.fixedList(Codecs.U64, Integer.MAX_VALUE), "00", "announced");
        assertRefused(Codecs.fixedBytes(Integer.MAX_VALUE), "00", "announced");
        assertRefused(Codecs.map(Codecs.U8, Codecs.NONE), "ffffffff0700", "announced");
    }

    @Test
    void elementsWithoutContentTakeNoMemoryAndAreLimited() {
        ValueCodec<List<Unit>> units = Codecs.list(Codecs.NONE);
        List<Unit> many = Collections.nCopies(1 << 20, Unit.VALUE);
        assertThat(Binary.decode(units, Binary.encode(units, many))).isEqualTo(many);
        assertRefused(units, "818040", "more than 1048576 elements without content");
        assertRefused(units, "ffffffff0f", "more than 1048576 elements without content");
        assertRefused(Codecs.list(units), "028080408001", "more than 1048576 elements without content");
        assertThatThrownBy(() -> Binary.encode(units, Collections.nCopies((1 << 20) + 1, Unit.VALUE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("elements without content");
    }

    @Test
    void theHashIsThatOfTheBytes() {
        BinaryWriter out = new BinaryWriter();
        Codecs.STRING.write(out, "wit");
        assertThat(out.toBytes()).isEqualTo(bytes("03776974"));
        assertThat(out.hash()).isEqualTo(bytes("1d50f6bcf387a5af6ebac42146ef920a"));
    }

    private static <T> void assertBytes(ValueCodec<T> codec, T value, String hex) {
        assertThat(Binary.encode(codec, value)).isEqualTo(bytes(hex));
        assertThat(Binary.decode(codec, bytes(hex))).isEqualTo(value);
    }

    private static void assertRefused(ValueCodec<?> codec, String hex, String why) {
        assertThatThrownBy(() -> Binary.decode(codec, bytes(hex)))
                .isInstanceOf(ValueException.class)
                .hasMessageContaining(why);
    }

    private static Bytes bytes(String hex) {
        return Bytes.wrap(HexFormat.of().parseHex(hex));
    }
}
