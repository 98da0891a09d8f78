package dev.wit4j.maven.report;

import dev.wit4j.parser.diagnostic.Diagnostic;
import dev.wit4j.parser.diagnostic.DiagnosticRenderer;
import dev.wit4j.parser.diagnostic.DiagnosticRenderer.Style;
import dev.wit4j.parser.source.SourceMap;
import dev.wit4j.parser.source.SourceMap.Location;
import dev.wit4j.parser.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells a build what is wrong, all of it, before it fails because of any. */
public final class Findings {
    private final SourceMap sources;
    private final FindingListener listener;

    /** Findings in {@code sources} for {@code listener}. */
    public Findings(SourceMap sources, FindingListener listener) {
        this.sources = sources;
        this.listener = listener;
    }

    /**
     * Tells every diagnostic.
     *
     * @param strict whether a warning is as bad as an error
     * @throws InvalidInputException if one of them refuses the input; its message has a line for each that does
     */
    public void report(List<Diagnostic> diagnostics, boolean strict) throws InvalidInputException {
        report(diagnostics.stream()
                .map(diagnostic -> at(
                        diagnostic.span(), strict || diagnostic.isError(), diagnostic.message(), details(diagnostic)))
                .toList());
    }

    /**
     * Tells all findings.
     *
     * @throws InvalidInputException if one of them refuses the input; its message has a line for each that does
     */
    public void report(List<Finding> findings) throws InvalidInputException {
        List<Finding> errors = new ArrayList<>();
        for (Finding finding : findings) {
            listener.found(finding);
            if (finding.error()) {
                errors.add(finding);
            }
        }
        if (!errors.isEmpty()) {
            String count = errors.size() == 1 ? "1 error in WIT:" : errors.size() + " errors in WIT:";
            throw new InvalidInputException(
                    errors.stream().map(Finding::summary).collect(Collectors.joining("\n", count + "\n", "")));
        }
    }

    /** A finding at a place. */
    public Finding at(Span span, boolean error, String message, String details) {
        Optional<Location> place = sources.locate(span);
        return new Finding(
                error,
                place.map(Location::path).orElse(""),
                place.map(Location::line).orElse(0),
                place.map(Location::column).orElse(0),
                message,
                details);
    }

    /** What stands below the message and the place, which a build shows in a form of its own. */
    private String details(Diagnostic diagnostic) {
        int shownOtherwise = sources.locate(diagnostic.span()).isPresent() ? 2 : 1;
        return new DiagnosticRenderer(sources, Style.PLAIN)
                .render(diagnostic)
                .lines()
                .skip(shownOtherwise)
                .collect(Collectors.joining("\n"));
    }
}
