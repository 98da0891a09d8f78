package dev.wit4j.format;

import dev.wit4j.value.ValueException;
import java.nio.charset.StandardCharsets;

/** Says where in a text something is wrong: line and column from 1, a column being a byte of UTF-8. */
final class TextPosition {
    /** A message may repeat a piece of the text, and the text may be of any length. */
    private static final int LONGEST = 300;

    private TextPosition() {}

    /** The exception for what is wrong at index {@code at} of {@code text}. */
    static ValueException error(String text, int at, String problem) {
        int lineStart = text.lastIndexOf('\n', at - 1) + 1;
        long line = text.substring(0, lineStart).chars().filter(c -> c == '\n').count() + 1;
        int column = text.substring(lineStart, at).getBytes(StandardCharsets.UTF_8).length + 1;
        String shown = problem.length() > LONGEST ? problem.substring(0, LONGEST) + "..." : problem;
        return new ValueException(line + ":" + column + ": " + shown);
    }
}
