package dev.wit4j.maven.report;

import dev.wit4j.parser.diagnostic.Diagnostic;
import dev.wit4j.parser.diagnostic.Label;
import dev.wit4j.parser.source.SourceMap;
import dev.wit4j.parser.source.SourceMap.Location;
import dev.wit4j.parser.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Diagnostics turned into findings, all of them, before the build fails because of any. */
public final class Findings {
    /** Longer lines of source say more than a person reads. */
    private static final int LONGEST_LINE = 200;

    private Findings() {}

    /**
     * Tells {@code listener} every diagnostic.
     *
     * @param strict whether a warning is as bad as an error
     * @throws InvalidInputException if one of them refuses the input; its message has a line for each that does
     */
    public static void report(List<Diagnostic> diagnostics, SourceMap sources, boolean strict, FindingListener listener)
            throws InvalidInputException {
        List<Finding> errors = new ArrayList<>();
        for (Diagnostic diagnostic : diagnostics) {
            boolean error = strict || diagnostic.isError();
            Finding finding = finding(diagnostic, error, sources);
            listener.found(finding);
            if (error) {
                errors.add(finding);
            }
        }
        if (!errors.isEmpty()) {
            String count = errors.size() == 1 ? "1 error in WIT:" : errors.size() + " errors in WIT:";
            throw new InvalidInputException(
                    errors.stream().map(Finding::summary).collect(Collectors.joining("\n", count + "\n", "")));
        }
    }

    private static Finding finding(Diagnostic diagnostic, boolean error, SourceMap sources) {
        Optional<Location> place = sources.locate(diagnostic.span());
        return new Finding(
                error,
                place.map(Location::path).orElse(""),
                place.map(Location::line).orElse(0),
                place.map(Location::column).orElse(0),
                diagnostic.message(),
                details(diagnostic, sources));
    }

    private static String details(Diagnostic diagnostic, SourceMap sources) {
        List<String> lines = new ArrayList<>();
        sources.locate(diagnostic.span()).ifPresent(place -> lines.addAll(excerpt(place, diagnostic.span())));
        for (Label label : diagnostic.labels()) {
            lines.add(sources.locate(label.span())
                            .map(place -> place.path() + ":[" + place.line() + "," + place.column() + "] ")
                            .orElse("")
                    + label.message());
        }
        diagnostic.hint().ifPresent(hint -> lines.add("hint: " + hint));
        return String.join("\n", lines);
    }

    private static List<String> excerpt(Location place, Span span) {
        String line = place.lineText();
        if (line.length() > LONGEST_LINE) {
            return List.of();
        }
        int before = charactersBefore(line, place.column());
        int width = Math.max(1, Math.min(span.end() - span.start(), line.length() - before));
        String indent = line.substring(0, before).replaceAll("[^\t]", " ");
        return List.of("    " + line, "    " + indent + "^".repeat(width));
    }

    /** How many characters stand before a column that counts bytes. */
    private static int charactersBefore(String line, int column) {
        int bytes = 1;
        int index = 0;
        while (index < line.length() && bytes < column) {
            int codePoint = line.codePointAt(index);
            bytes += codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
            index += Character.charCount(codePoint);
        }
        return index;
    }
}
