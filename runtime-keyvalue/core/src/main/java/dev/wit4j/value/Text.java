package dev.wit4j.value;

import java.util.Locale;

/**
 * Text as WIT has it: of Unicode scalar values. A Java string may hold lone surrogates besides, which have no form in UTF-8: each
 * becomes a question mark there, and two texts become one.
 */
public final class Text {
    private Text() {}

    /**
     * A text without lone surrogates, as it was given.
     *
     * @param name what the text is, for the message; empty if the caller says so
     * @throws IllegalArgumentException if there is a lone surrogate; the message says where
     */
    public static String check(String text, String name) {
        int index = loneSurrogate(text);
        if (index >= 0) {
            String problem =
                    String.format(Locale.ROOT, "lone surrogate \\u%04x at index %d", (int) text.charAt(index), index);
            throw new IllegalArgumentException(name.isEmpty() ? problem : name + ": " + problem);
        }
        return text;
    }

    /** Whether there is no lone surrogate in a text. */
    public static boolean isWellFormed(String text) {
        return loneSurrogate(text) < 0;
    }

    /** The index of the first lone surrogate; -1 if there is none. */
    private static int loneSurrogate(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (i + 1 == length || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }
}
