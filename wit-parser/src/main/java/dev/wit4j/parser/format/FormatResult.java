package dev.wit4j.parser.format;

import dev.wit4j.parser.diagnostic.Diagnostic;
import dev.wit4j.parser.source.SourceMap;
import java.util.List;
import java.util.Optional;

/**
 * What came of formatting.
 *
 * @param text the tidy text; empty if there were syntax errors
 * @param diagnostics errors and warnings
 * @param sources the text that the diagnostics point into
 */
public record FormatResult(Optional<String> text, List<Diagnostic> diagnostics, SourceMap sources) {
    public FormatResult {
        diagnostics = List.copyOf(diagnostics);
    }
}
