package dev.wit4j.codegen.name;

import dev.wit4j.parser.diagnostic.Diagnostic;
import dev.wit4j.parser.source.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The names of one place in which no two may be the same. Who comes later gets {@code _} behind the name, and a warning that
 * points at both.
 */
final class NameScope {
    private record Claim(String wit, Span span) {}

    private final boolean ignoringCase;
    private final List<Diagnostic> diagnostics;
    private final Map<String, Claim> claims = new HashMap<>();

    private NameScope(boolean ignoringCase, List<Diagnostic> diagnostics) {
        this.ignoringCase = ignoringCase;
        this.diagnostics = diagnostics;
    }

    /** A scope of classes or packages: they become files, and there are file systems that ignore case. */
    static NameScope ofFiles(List<Diagnostic> diagnostics) {
        return new NameScope(true, diagnostics);
    }

    /** A scope of members, constants or parameters. */
    static NameScope ofMembers(List<Diagnostic> diagnostics) {
        return new NameScope(false, diagnostics);
    }

    boolean isTaken(String name) {
        return claims.containsKey(key(name));
    }

    /**
     * The name that {@code wanted} becomes here.
     *
     * @param wit what it is the name of, for the warning
     * @param span where that is written
     */
    String claim(String wanted, String wit, Span span) {
        Claim first = claims.get(key(wanted));
        String name = claimQuietly(wanted, wit, span);
        if (first != null) {
            diagnostics.add(Diagnostic.warning(
                            "java-name-clash",
                            span,
                            "the Java name `" + wanted + "` of `" + wit + "` is taken by `" + first.wit()
                                    + "`; it is called `" + name + "`")
                    .withLabel(first.span(), "`" + first.wit() + "` takes the name")
                    .withHint("map one of the two to a Java name by hand"));
        }
        return name;
    }

    /** The same without a warning, for what has no name in WIT. */
    String claimQuietly(String wanted, String wit, Span span) {
        String name = wanted;
        while (isTaken(name)) {
            name += "_";
        }
        claims.put(key(name), new Claim(wit, span));
        return name;
    }

    private String key(String name) {
        return ignoringCase ? name.toLowerCase(Locale.ROOT) : name;
    }
}
