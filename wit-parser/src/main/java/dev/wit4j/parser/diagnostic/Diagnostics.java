package dev.wit4j.parser.diagnostic;

import dev.wit4j.parser.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Collects what the phases of one run find. A second error at a place that has one already is a consequence of the first
 * and is dropped. Not safe for use by several threads.
 */
public final class Diagnostics {
    /** So many errors are kept; who has more does not read them. */
    private static final int MOST_ERRORS = 1_000;

    /** For so many errors it is worth while to look for what was meant. */
    private static final int MOST_GUESSES = 50;

    private final List<Diagnostic> found = new ArrayList<>();
    private final Set<Span> errorPlaces = new HashSet<>();
    private int errors;

    /** Adds a finding, unless it is an error where there is one already. */
    public void report(Diagnostic diagnostic) {
        if (diagnostic.isError()) {
            if (diagnostic.span().isKnown() && !errorPlaces.add(diagnostic.span())) {
                return;
            }
            errors++;
            if (errors > MOST_ERRORS) {
                return;
            }
        }
        found.add(diagnostic);
    }

    /** Whether a hint that costs time to find should still be looked for: among thousands of errors nobody needs it. */
    public boolean wantsGuesses() {
        return errors < MOST_GUESSES;
    }

    /** How many errors were added, those included that are not kept. */
    public int errorCount() {
        return errors;
    }

    private static int placeOf(Diagnostic diagnostic) {
        return diagnostic.span().isKnown() ? diagnostic.span().start() : Integer.MAX_VALUE;
    }

    /** What was added: the first error first, as it is what the others may rest on, then the rest by place. */
    public List<Diagnostic> inOrder() {
        if (found.isEmpty()) {
            return List.of();
        }
        List<Diagnostic> rest = new ArrayList<>(found);
        List<Diagnostic> ordered = new ArrayList<>();
        found.stream().filter(Diagnostic::isError).findFirst().ifPresent(first -> {
            ordered.add(first);
            rest.remove(rest.indexOf(first));
        });
        rest.sort(Comparator.comparingInt(Diagnostics::placeOf));
        ordered.addAll(rest);
        if (errors > MOST_ERRORS) {
            ordered.add(
                    Diagnostic.error("more-errors", Span.NONE, (errors - MOST_ERRORS) + " more errors are not shown"));
        }
        return List.copyOf(ordered);
    }
}
