package dev.wit4j.parser.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "a0", "pear-apple", "PEAR", "pear-APPLE-x", "is-XML", "x-0", "x-0b-3D4"})
    void wordsOfOneCaseSeparatedByHyphensAreNames(String name) {
        assertThat(Identifiers.problemOf(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "0a",
                "-a",
                "a-",
                "a--b",
                "Pear",
                "peaR",
                "a_b",
                "_a",
                "é",
                "a.b",
                "x-3d4A",
                "\uD83D\uDE00"
            })
    void nothingElseIs(String name) {
        assertThat(Identifiers.problemOf(name)).isPresent();
    }
}
