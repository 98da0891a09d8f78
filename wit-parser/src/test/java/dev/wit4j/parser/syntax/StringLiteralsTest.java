package dev.wit4j.parser.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StringLiteralsTest {
    @Test
    void escapesStandForCharactersAndBytes() {
        assertThat(StringLiterals.valueOf("\"a\\t\\n\\r\\\"\\'\\\\\\u{1F6_00}\\c3\\a9é\""))
                .isEqualTo("a\t\n\r\"'\\\uD83D\uDE00éé");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"\\q\"", "\"\\u{d800}\"", "\"\\u{110000}\"", "\"\\u{}\"", "\"\\u41\"", "\"\\4\"", "\"\\ff\""})
    void brokenEscapesAreRefused(String literal) {
        assertThatThrownBy(() -> StringLiterals.valueOf(literal)).isInstanceOf(IllegalArgumentException.class);
    }
}
