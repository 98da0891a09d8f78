package dev.wit4j.parser.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.misc.Interval;
import org.junit.jupiter.api.Test;

class TextStreamTest {
    private static final int BEYOND_16_BITS = 0x1d11e;

    private final TextStream text = new TextStream("a.wit", "a" + Character.toString(BEYOND_16_BITS) + "b \r\n\t\rc");

    @Test
    void aCharacterOfTwoUnitsIsOneAndTakesTwoPlaces() {
        assertThat(new int[] {text.LA(1), text.LA(2), text.LA(3)}).containsExactly('a', BEYOND_16_BITS, 'b');
        text.consume();
        assertThat(text.LA(1)).isEqualTo(BEYOND_16_BITS);
        assertThat(text.LA(-1)).isEqualTo('a');
        text.consume();
        assertThat(text.index()).isEqualTo(3);
        assertThat(text.LA(-1)).isEqualTo(BEYOND_16_BITS);
        assertThat(text.LA(-2)).isEqualTo('a');
        assertThat(text.LA(-3)).isEqualTo(IntStream.EOF);
        assertThat(text.getText(Interval.of(1, 2))).isEqualTo(Character.toString(BEYOND_16_BITS));
    }

    @Test
    void halfACharacterIsACharacter() {
        TextStream half = new TextStream("a.wit", "\ud834x\udd1e");
        assertThat(new int[] {half.LA(1), half.LA(2), half.LA(3), half.LA(4)})
                .containsExactly(0xd834, 'x', 0xdd1e, IntStream.EOF);
    }

    @Test
    void aReturnIsWhiteSpaceOnlyAtTheEndOfALine() {
        text.seek(4);
        text.seekBehindWhiteSpace();
        assertThat(text.index()).isEqualTo(8);
        assertThat(text.LA(1)).isEqualTo('\r');
    }

    @Test
    void whatIsNotFoundIsAtTheEnd() {
        text.seekCharacter('c');
        assertThat(text.index()).isEqualTo(text.size() - 1);
        text.seekCharacter('a');
        assertThat(text.index()).isEqualTo(text.size());
        assertThat(text.LA(1)).isEqualTo(IntStream.EOF);
        assertThatThrownBy(text::consume).isInstanceOf(IllegalStateException.class);
    }
}
