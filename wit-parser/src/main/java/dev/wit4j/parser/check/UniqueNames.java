package dev.wit4j.parser.check;

import dev.wit4j.parser.diagnostic.Diagnostic;
import dev.wit4j.parser.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Names that have to differ in more than upper and lower case. */
final class UniqueNames {
    private final String what;
    private final Map<String, Named> seen = new HashMap<>();
    private final List<Diagnostic> violations = new ArrayList<>();

    /**
     * No names yet.
     *
     * @param what how messages call one of them, such as {@code field}
     */
    UniqueNames(String what) {
        this.what = what;
    }

    private record Named(String name, Span span) {}

    void add(String name, Span span) {
        add(name.toLowerCase(Locale.ROOT), name, span);
    }

    /** A name that counts as {@code key} when it is compared. */
    void add(String key, String name, Span span) {
        Named first = seen.putIfAbsent(key, new Named(name, span));
        if (first != null) {
            Diagnostic repeated = Diagnostic.error(
                    "repeated-name",
                    span,
                    what + " `" + name + "` has the same name as " + what + " `" + first.name() + "`"
                            + (first.name().equals(name) ? "" : ": case does not count"));
            violations.add(first.span().isKnown() ? repeated.withLabel(first.span(), "the other one") : repeated);
        }
    }

    List<Diagnostic> violations() {
        return violations;
    }
}
