package dev.wit4j.parser.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wit4j.parser.source.SourceMap.Source;
import org.junit.jupiter.api.Test;

class SourceMapTest {
    private final SourceMap.Builder builder = new SourceMap.Builder();

    @Test
    void everySourceKnowsItsOwnLinesAndColumns() {
        Source first = builder.add("a.wit", "one\ntwo");
        Source second = builder.add("b.wit", "three\r\nföur x");
        SourceMap map = builder.build();
        assertThat(map.locate(first.span(4, 7)).orElseThrow()).hasToString("a.wit:2:1");
        assertThat(map.locate(second.span(0, 1)).orElseThrow()).hasToString("b.wit:1:1");
        assertThat(map.locate(second.span(12, 13)).orElseThrow()).hasToString("b.wit:2:7");
    }

    @Test
    void columnsCountBytesAndTheIndexCountsCharacters() {
        Source source = builder.add("a.wit", "// \uD83D\uDE00 x");
        SourceMap.Location location = builder.build().locate(source.span(6, 7)).orElseThrow();
        assertThat(location.column()).isEqualTo(9);
        assertThat(location.indexInLine()).isEqualTo(6);
    }

    @Test
    void theEndOfAFileBelongsToIt() {
        Source first = builder.add("a.wit", "x\n");
        builder.add("b.wit", "y");
        assertThat(builder.build().locate(first.span(2, 2)).orElseThrow()).hasToString("a.wit:2:1");
    }

    @Test
    void whatHasNoTextHasNoPlace() {
        builder.add("a.wit", "x");
        assertThat(builder.build().locate(Span.NONE)).isEmpty();
        assertThat(builder.build().locate(new Span(17, 18))).isEmpty();
    }

    @Test
    void theLineIsShownWithoutItsEnd() {
        Source source = builder.add("a.wit", "one\r\ntwo");
        assertThat(builder.build().locate(source.span(0, 1)).orElseThrow().lineText())
                .isEqualTo("one");
    }
}
