package dev.wit4j.parser;

import dev.wit4j.parser.diagnostic.Diagnostic;
import dev.wit4j.parser.model.PackageId;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.source.SourceMap;
import java.util.List;
import java.util.Optional;

/**
 * What came of reading.
 *
 * @param resolve the model; empty if there were errors
 * @param mainPackage the package that was asked for; empty if there were errors
 * @param diagnostics errors and warnings: the first error first, the rest in the order of the text
 * @param sources all texts, for the places of the diagnostics and of the model
 */
public record ParseResult(
        Optional<Resolve> resolve, Optional<PackageId> mainPackage, List<Diagnostic> diagnostics, SourceMap sources) {
    public ParseResult {
        diagnostics = List.copyOf(diagnostics);
    }

    /** Whether the input is refused. */
    public boolean hasErrors() {
        return resolve.isEmpty();
    }
}
