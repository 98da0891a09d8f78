package dev.wit4j.parser.diagnostic;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Guesses what a misspelt name was meant to be. */
public final class NearestName {
    /** Names of this length are not misspelt by hand. */
    private static final int LONGEST = 100;

    private NearestName() {}

    private record Candidate(String name, int distance) {}

    /** Reports {@code diagnostic}, with the nearest of {@code known} as its hint if one is near. */
    public static void report(
            Diagnostics diagnostics, Diagnostic diagnostic, String name, Supplier<Stream<String>> known) {
        Optional<String> nearest = diagnostics.wantsGuesses() ? of(name, known.get()) : Optional.empty();
        diagnostics.report(nearest.map(guess -> diagnostic.withHint("did you mean `" + guess + "`?"))
                .orElse(diagnostic));
    }

    /** The name in {@code known} that takes the fewest changes, if they are at most a third of the letters. */
    public static Optional<String> of(String name, Stream<String> known) {
        int limit = Math.max(1, name.length() / 3);
        if (name.length() > LONGEST) {
            return Optional.empty();
        }
        return known.filter(candidate -> !candidate.equals(name))
                .filter(candidate -> Math.abs(candidate.length() - name.length()) <= limit)
                .map(candidate -> new Candidate(candidate, distance(name, candidate)))
                .filter(candidate -> candidate.distance() <= limit)
                .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .map(Candidate::name);
    }

    /** How many letters have to be put in, left out, changed or swapped with their neighbour. */
    private static int distance(String from, String to) {
        int[] beforeLast = new int[to.length() + 1];
        int[] last = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] row = new int[to.length() + 1];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int change = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(last[j] + 1, row[j - 1] + 1), last[j - 1] + change);
                boolean swapped = i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1);
                if (swapped) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = row;
        }
        return last[to.length()];
    }
}
