package dev.wit4j.parser.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"0.0.0", "1.2.3", "1.0.0-a.1", "1.0.0+b.01", "1.0.0-Alpha-1+b-2", "18446744073709551615.0.0"})
    void aVersionIsPrintedAsItWasRead(String text) {
        assertThat(Version.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1.2",
                "01.0.0",
                "1.0.0-01",
                "1.0.0-",
                "1.0.0+",
                "1.0.0+a+b",
                "1.0.0-\u00e9",
                "1..0",
                ".1.0",
                "1.0.",
                "1.0.0.0",
                "1.0.x",
                "1.0.0-a..b",
                "1 .0.0",
                "18446744073709551616.0.0"
            })
    void nothingElseIsAVersion(String text) {
        assertThatThrownBy(() -> Version.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void preReleasesComeBeforeTheirVersionAndNumbersCompareAsNumbers() {
        List<String> ordered = List.of(
                "0.9.9", "1.0.0-2", "1.0.0-11", "1.0.0-a", "1.0.0-a.1", "1.0.0", "1.0.1", "9223372036854775808.0.0");
        assertThat(ordered.stream().sorted((a, b) -> Version.parse(a).compareTo(Version.parse(b))))
                .containsExactlyElementsOf(ordered);
        assertThat(Stream.of("1.0.0", "1.0.0+a").map(Version::parse).sorted())
                .extracting(Version::toString)
                .containsExactly("1.0.0", "1.0.0+a");
    }
}
