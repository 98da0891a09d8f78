package dev.wit4j.parser.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wit4j.parser.diagnostic.DiagnosticRenderer.Style;
import dev.wit4j.parser.source.SourceMap;
import dev.wit4j.parser.source.SourceMap.Source;
import dev.wit4j.parser.source.Span;
import org.junit.jupiter.api.Test;

class DiagnosticRendererTest {
    private final SourceMap.Builder sources = new SourceMap.Builder();

    private String render(Diagnostic diagnostic, Style style) {
        return new DiagnosticRenderer(sources.build(), style).render(diagnostic);
    }

    @Test
    void theLineIsShownWithAMarkUnderThePlace() {
        sources.add("first.wit", "package x:y;");
        Source source = sources.add("b.wit", "one\n  type é = missing;\n");
        Diagnostic diagnostic = Diagnostic.error("type-not-found", source.span(15, 22), "no type `missing`")
                .withLabel(source.span(0, 3), "other place")
                .withHint("did you mean `missin`?");
        assertThat(render(diagnostic, Style.PLAIN)).isEqualTo("""
                        error[type-not-found]: no type `missing`
                         --> b.wit:2:13
                          |
                        2 |   type é = missing;
                          |            ^^^^^^^
                          = b.wit:1:1: other place
                          = help: did you mean `missin`?
                        """);
    }

    @Test
    void theEndOfTheFileIsAPlace() {
        Source source = sources.add("b.wit", "type");
        assertThat(render(Diagnostic.error("x", source.span(4, 4), "more"), Style.PLAIN))
                .isEqualTo("error[x]: more\n --> b.wit:1:5\n  |\n1 | type\n  |     ^\n");
    }

    @Test
    void aFindingWithoutAPlaceIsTheMessageAlone() {
        assertThat(render(Diagnostic.warning("x", Span.NONE, "old"), Style.PLAIN))
                .isEqualTo("warning[x]: old\n");
    }

    @Test
    void veryLongLinesAreNotShown() {
        Source source = sources.add("b.wit", " ".repeat(1000) + "x");
        assertThat(render(Diagnostic.error("x", source.span(1000, 1001), "long"), Style.PLAIN))
                .isEqualTo("error[x]: long\n --> b.wit:1:1001\n");
    }

    @Test
    void controlCharactersOfTheInputDoNotReachTheTerminal() {
        Source source = sources.add("b.wit", "a\u001b[31mb\tc");
        assertThat(render(Diagnostic.error("x", source.span(0, 1), "bad \u001b[0m"), Style.PLAIN))
                .doesNotContain("\u001b")
                .doesNotContain("\t");
    }

    @Test
    void coloursAreThereOnDemand() {
        assertThat(render(Diagnostic.error("x", Span.NONE, "m"), Style.ANSI)).startsWith("\u001b[1;31merror[x]");
    }
}
