package dev.wit4j.parser.diagnostic;

import dev.wit4j.parser.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * One finding about the input.
 *
 * @param severity whether the input is refused
 * @param code a stable name of the kind of finding, such as {@code type-not-found}; never reworded
 * @param span the primary place, or {@link Span#NONE}
 * @param message what is wrong, one sentence without a full stop
 * @param labels further places, in the order in which they should be read
 * @param hint what to do about it, if anything useful can be said
 */
public record Diagnostic(
        Severity severity, String code, Span span, String message, List<Label> labels, Optional<String> hint) {
    public Diagnostic {
        labels = List.copyOf(labels);
    }

    /** An error without labels and hint. */
    public static Diagnostic error(String code, Span span, String message) {
        return new Diagnostic(Severity.ERROR, code, span, message, List.of(), Optional.empty());
    }

    /** A warning without labels and hint. */
    public static Diagnostic warning(String code, Span span, String message) {
        return new Diagnostic(Severity.WARNING, code, span, message, List.of(), Optional.empty());
    }

    /** The same finding with one more place. */
    public Diagnostic withLabel(Span where, String what) {
        var more = new java.util.ArrayList<>(labels);
        more.add(new Label(where, what));
        return new Diagnostic(severity, code, span, message, more, hint);
    }

    /** The same finding with advice. */
    public Diagnostic withHint(String advice) {
        return new Diagnostic(severity, code, span, message, labels, Optional.of(advice));
    }

    /** Whether the input is refused because of this finding. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
