package dev.wit4j.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ChecksTest {
    private enum Permission {
        READ,
        WRITE,
        RUN
    }

    @Test
    void unsignedNumbersStayInRange() {
        assertThat(Checks.u8(255, "x")).isEqualTo(255);
        assertThat(Checks.u16(65_535, "x")).isEqualTo(65_535);
        assertThat(Checks.u32(4_294_967_295L, "x")).isEqualTo(4_294_967_295L);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checks.u8(256, "port"))
                .withMessage("port: 256 is not a u8, from 0 to 255");
        assertThatIllegalArgumentException().isThrownBy(() -> Checks.u8(-1, "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> Checks.u16(65_536, "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> Checks.u32(-1, "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> Checks.u32(1L << 32, "x"));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0xd800, 0xdfff, 0x110000})
    void aCharIsAUnicodeScalarValue(int codePoint) {
        assertThat(Checks.character(0x10ffff, "c")).isEqualTo(0x10ffff);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checks.character(codePoint, "c"))
                .withMessageContaining("is not a Unicode scalar value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\ud800", "\udc00a", "\ud83c\ud83c\udf0a"})
    void aStringHasNoLoneSurrogates(String text) {
        assertThat(Checks.string("\ud83c\udf0a", "s")).isEqualTo("\ud83c\udf0a");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checks.string(text, "s"))
                .withMessageMatching("s: lone surrogate \\\\u(d800|dc00|d83c) at index [01]");
    }

    @Test
    void whatIsWrongInsideIsFoundByItsPath() {
        ValueCodec<List<List<Integer>>> codec = Codecs.list(Codecs.list(Codecs.U8));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checks.value(codec, List.of(List.of(), List.of(1, 300)), "rows"))
                .withMessage("rows: element 1: element 1: 300 is not a u8, from 0 to 255");
        assertThatNullPointerException()
                .isThrownBy(() -> Checks.value(codec, List.of(Arrays.asList(1, null)), "rows"))
                .withMessage("rows: element 0: element 1: a u8");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checks.value(Codecs.fixedList(Codecs.U8, 3), List.of(1), "three"))
                .withMessage("three: 1 elements where a list<u8, 3> has 3");
    }

    @Test
    void flagsAreAnImmutableCopyInTheOrderOfTheirDefinition() {
        Set<Permission> given = new LinkedHashSet<>(List.of(Permission.RUN, Permission.READ));
        Set<Permission> checked = Checks.flags(Permission.class, given, "p");
        given.clear();
        assertThat(checked).containsExactly(Permission.READ, Permission.RUN).isUnmodifiable();
        assertThat(Checks.flags(Permission.class, Set.of(), "p")).isEqualTo(EnumSet.noneOf(Permission.class));
    }
}
