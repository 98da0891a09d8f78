package dev.wit4j.embedded;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class EmbeddedOptionsTest {
    private static final EmbeddedOptions OPTIONS = EmbeddedOptions.defaults();

    @Test
    void whatNoStoreCouldWorkWithIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OPTIONS.withMemory(3))
                .withMessageContaining("65536 bytes of memory, not 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OPTIONS.withSegmentSize(4095))
                .withMessageContaining("4096");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OPTIONS.withSegmentSize(5000))
                .withMessageContaining("multiple of 512");
        assertThatIllegalArgumentException().isThrownBy(() -> OPTIONS.withCheckedWhenOpened(-1));
    }
}
