package dev.wit4j.maven.incremental;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FingerprintTest {
    private static final byte[] CONTENT = "interface a {}".getBytes(StandardCharsets.UTF_8);

    @Test
    void theSamePartsMakeTheSameFingerprint() {
        assertThat(sample().toHex()).isEqualTo(sample().toHex());
    }

    @Test
    void anOptionCountsWithItsNameAndItsValue() {
        String one = new Fingerprint().option("base", "wit").toHex();
        assertThat(one)
                .isNotEqualTo(new Fingerprint().option("base", "com.acme").toHex())
                .isNotEqualTo(new Fingerprint().option("world", "wit").toHex());
    }

    @Test
    void aFileCountsWithItsNameAndItsContent() {
        String one = new Fingerprint().file("a.wit", CONTENT).toHex();
        assertThat(one)
                .isNotEqualTo(new Fingerprint().file("b.wit", CONTENT).toHex())
                .isNotEqualTo(new Fingerprint().file("a.wit", new byte[0]).toHex());
    }

    @Test
    void aFileThatIsAbsentIsNotOneThatIsEmpty() {
        assertThat(new Fingerprint().absent("deps").toHex())
                .isNotEqualTo(new Fingerprint().file("deps", new byte[0]).toHex())
                .isNotEqualTo(new Fingerprint().toHex());
    }

    @Test
    void valuesOfAListDoNotRunTogether() {
        assertThat(new Fingerprint().options("features", List.of("ab", "c")).toHex())
                .isNotEqualTo(new Fingerprint()
                        .options("features", List.of("a", "bc"))
                        .toHex())
                .isNotEqualTo(new Fingerprint()
                        .options("features", List.of("ab"))
                        .option("c", "")
                        .toHex());
    }

    private static Fingerprint sample() {
        return new Fingerprint().option("plugin", "1.0").file("a.wit", CONTENT).absent("deps");
    }
}
