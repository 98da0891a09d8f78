package dev.wit4j.parser.syntax;

import java.util.Optional;

/** The rule for names: words separated by hyphens, each of one case, the first beginning with a letter. */
public final class Identifiers {
    private Identifiers() {}

    /** What is wrong with {@code name} as an identifier, one phrase; empty if nothing is. */
    public static Optional<String> problemOf(String name) {
        boolean first = true;
        for (String word : name.split("-", -1)) {
            if (word.isEmpty()) {
                return Optional.of("identifiers must have characters between '-'s");
            }
            if (first && !isLetter(word.codePointAt(0))) {
                return invalid(word.codePointAt(0));
            }
            first = false;
            Optional<String> problem = problemOfWord(word);
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> problemOfWord(String word) {
        boolean upper = false;
        boolean lower = false;
        for (int i = 0; i < word.length(); i += Character.charCount(word.codePointAt(i))) {
            int c = word.codePointAt(i);
            if (c >= '0' && c <= '9') {
                continue;
            }
            upper |= c >= 'A' && c <= 'Z';
            lower |= c >= 'a' && c <= 'z';
            if (!isLetter(c) || upper && lower) {
                return invalid(c);
            }
        }
        return Optional.empty();
    }

    private static boolean isLetter(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static Optional<String> invalid(int c) {
        return Optional.of("invalid character in identifier '" + Character.toString(c) + "'");
    }
}
