package dev.wit4j.parser.syntax;

import dev.wit4j.parser.diagnostic.Diagnostic;
import dev.wit4j.parser.diagnostic.Diagnostics;
import dev.wit4j.parser.source.SourceMap.Source;
import org.jspecify.annotations.Nullable;

/**
 * The first look at a text: characters that may stand nowhere, comments included, because they make a text look like
 * another one or upset a terminal.
 */
final class ForbiddenCharacters {
    private ForbiddenCharacters() {}

    /** Reports the first of them; whether there was one. */
    static boolean reportIn(Source source, Diagnostics diagnostics) {
        char[] characters = source.text().toCharArray();
        for (int i = 0; i < characters.length; i++) {
            char c = characters[i];
            if (c >= ' ' && c < 0x7f || c == '\n' || c == '\r' || c == '\t') {
                continue;
            }
            String problem = problemOf(c);
            if (problem != null) {
                diagnostics.report(
                        Diagnostic.error("forbidden-character", source.span(i, i + 1), problem + " " + name(c))
                                .withHint("remove it; it may not even stand in a comment"));
                return true;
            }
        }
        return false;
    }

    private static @Nullable String problemOf(char c) {
        if (Character.getType(c) == Character.CONTROL) {
            return "control code";
        }
        if (c >= '\u202a' && c <= '\u202e' || c >= '\u2066' && c <= '\u2069') {
            return "input contains the bidirectional override codepoint";
        }
        return switch (c) {
            case '\u0149', '\u0673', '\u0f77', '\u0f79', '\u17a3', '\u17a4', '\u17b4', '\u17b5' ->
                "input contains a codepoint that Unicode discourages:";
            default -> null;
        };
    }

    private static String name(char c) {
        return String.format("U+%04X", (int) c);
    }
}
