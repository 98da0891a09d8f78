package dev.wit4j.parser.syntax;

import java.util.Optional;

/** The rule for names: words separated by hyphens, each of one case, the first beginning with a letter. */
public final class Identifiers {
    private Identifiers() {}

    /** What is wrong with {@code name} as an identifier, one phrase; empty if nothing is. */
    public static Optional<String> problemOf(String name) {
        int start = 0;
        while (start <= name.length()) {
            int hyphen = name.indexOf('-', start);
            int end = hyphen < 0 ? name.length() : hyphen;
            if (start == end) {
                return Optional.of("identifiers must have characters between '-'s");
            }
            if (start == 0 && !isLetter(name.charAt(0))) {
                return invalid(name.codePointAt(0));
            }
            Optional<String> problem = problemOfWord(name, start, end);
            if (problem.isPresent()) {
                return problem;
            }
            start = end + 1;
        }
        return Optional.empty();
    }

    private static Optional<String> problemOfWord(String name, int start, int end) {
        boolean upper = false;
        boolean lower = false;
        for (int i = start; i < end; i++) {
            char c = name.charAt(i);
            if (c >= 'a' && c <= 'z') {
                lower = true;
            } else if (c >= 'A' && c <= 'Z') {
                upper = true;
            } else if (c < '0' || c > '9') {
                return invalid(name.codePointAt(i));
            }
            if (upper && lower) {
                return invalid(c);
            }
        }
        return Optional.empty();
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static Optional<String> invalid(int c) {
        return Optional.of("invalid character in identifier '" + Character.toString(c) + "'");
    }
}
