package dev.wit4j.codegen.name;

import java.util.List;
import java.util.Locale;

/**
 * From a WIT name to the casings of Java. A word that begins with a digit gets a {@code _} in front of it, so that different
 * WIT names stay different: {@code a-0b} is {@code a_0b}, {@code a0b} stays {@code a0b}. Acronyms are words.
 */
public final class Casing {
    private Casing() {}

    /** {@code UpperCamel}, for types. */
    public static String upperCamel(String wit) {
        var name = new StringBuilder();
        for (String word : words(wit)) {
            appendCapitalized(name, word);
        }
        return name.toString();
    }

    /** {@code lowerCamel}, for members and parameters. */
    public static String lowerCamel(String wit) {
        List<String> words = words(wit);
        var name = new StringBuilder(words.get(0));
        for (String word : words.subList(1, words.size())) {
            appendCapitalized(name, word);
        }
        return name.toString();
    }

    /** {@code UPPER_SNAKE}, for constants. */
    public static String upperSnake(String wit) {
        return String.join("_", words(wit)).toUpperCase(Locale.ROOT);
    }

    /** {@code lower_snake}, for segments of package names. */
    public static String lowerSnake(String wit) {
        return String.join("_", words(wit));
    }

    private static List<String> words(String wit) {
        return List.of(wit.toLowerCase(Locale.ROOT).split("-"));
    }

    private static void appendCapitalized(StringBuilder name, String word) {
        char first = word.charAt(0);
        if (Character.isDigit(first)) {
            name.append('_');
        }
        name.append(Character.toUpperCase(first)).append(word, 1, word.length());
    }
}
