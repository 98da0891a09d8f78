package dev.wit4j.codegen;

import dev.wit4j.parser.diagnostic.Diagnostic;
import java.util.Comparator;
import java.util.List;

/**
 * What the generator made of a world.
 *
 * @param sources the files, sorted by path; empty if there is an error among the diagnostics
 * @param diagnostics what there is to say about the input, in the order of its places
 */
public record GeneratedSources(List<JavaSource> sources, List<Diagnostic> diagnostics) {
    public GeneratedSources {
        sources =
                sources.stream().sorted(Comparator.comparing(JavaSource::path)).toList();
        diagnostics = diagnostics.stream()
                .sorted(Comparator.comparingInt(d -> d.span().start()))
                .toList();
    }

    /** Whether the input was refused. */
    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }
}
