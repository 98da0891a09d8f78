package dev.wit4j.codegen.name;

import java.util.List;

/** The members of a tuple by their place, as the runtime calls them: {@code first}, {@code twentySecond}. */
final class Ordinals {
    private static final List<String> ONES = List.of(
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth");
    private static final List<String> TENS =
            List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
    private static final List<String> HUNDREDS = List.of("hundred", "twoHundred");

    private Ordinals() {}

    /** The ordinal of {@code place}, which counts from 1 to 299. */
    static String of(int place) {
        if (place >= 100) {
            String hundred = HUNDREDS.get(place / 100 - 1);
            return place % 100 == 0 ? hundred + "th" : hundred + capitalized(of(place % 100));
        }
        if (place < 20) {
            return ONES.get(place - 1);
        }
        String ten = TENS.get(place / 10 - 2);
        return place % 10 == 0
                ? ten.substring(0, ten.length() - 1) + "ieth"
                : ten + capitalized(ONES.get(place % 10 - 1));
    }

    private static String capitalized(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
