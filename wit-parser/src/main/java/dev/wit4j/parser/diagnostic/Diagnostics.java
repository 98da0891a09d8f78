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
    private static final Comparator<Diagnostic> BY_PLACE = Comparator.comparingInt(
            diagnostic -> diagnostic.span().isKnown() ? diagnostic.span().start() : Integer.MAX_VALUE);

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
        }
        found.add(diagnostic);
    }

    /** How many errors were added. */
    public int errorCount() {
        return errors;
    }

    /** What was added: the first error first, as it is what the others may rest on, then the rest by place. */
    public List<Diagnostic> inOrder() {
        List<Diagnostic> rest = new ArrayList<>(found);
        List<Diagnostic> ordered = new ArrayList<>();
        found.stream().filter(Diagnostic::isError).findFirst().ifPresent(first -> {
            ordered.add(first);
            rest.remove(first);
        });
        rest.sort(BY_PLACE);
        ordered.addAll(rest);
        return List.copyOf(ordered);
    }
}
