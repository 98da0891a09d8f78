package dev.wit4j.format;

import dev.wit4j.value.ValueException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads and writes what stands between quotes in WAVE text. */
final class WaveStrings {
    private static final String TRIPLE = "\"\"\"";
    private static final Pattern UNICODE = Pattern.compile("\\\\u\\{([0-9a-fA-F]{1,6})}");

    /** A character, and the index behind its closing quote. */
    record Char(int codePoint, int end) {}

    /** A text, and the index behind its closing quote. */
    record Text(String value, int end) {}

    private final String text;

    WaveStrings(String text) {
        this.text = text;
    }

    /** The character whose opening quote is at {@code start}. */
    Char character(int start) {
        Char read = one(start + 1, '\'');
        if (read.end() == text.length() || text.charAt(read.end()) != '\'') {
            throw error(start, "expected one character and a closing '");
        }
        return new Char(read.codePoint(), read.end() + 1);
    }

    /** The text whose opening quote is at {@code start}, in one line or several. */
    Text string(int start) {
        if (text.startsWith(TRIPLE, start)) {
            return lines(start);
        }
        StringBuilder value = new StringBuilder();
        int at = start + 1;
        while (at < text.length() && text.charAt(at) != '"') {
            Char read = one(at, '"');
            value.appendCodePoint(read.codePoint());
            at = read.end();
        }
        if (at == text.length()) {
            throw error(start, "a string without a closing \"");
        }
        return new Text(value.toString(), at + 1);
    }

    /** One character, which is not {@code quote}, and is behind a backslash if it must be. */
    private Char one(int at, char quote) {
        if (at >= text.length()) {
            throw error(at, "text without a closing " + quote);
        }
        int point = text.codePointAt(at);
        if (point == '\\') {
            return escape(at);
        }
        if (point == quote || point == '\n' || point == '\r') {
            throw error(at, "expected a character, found " + (point == quote ? quote : "the end of the line"));
        }
        if (Character.charCount(point) == 1 && Character.isSurrogate((char) point)) {
            throw error(at, "a lone surrogate");
        }
        return new Char(point, at + Character.charCount(point));
    }

    private Char escape(int at) {
        char next = at + 1 < text.length() ? text.charAt(at + 1) : '\0';
        return switch (next) {
            case '\\', '\'', '"' -> new Char(next, at + 2);
            case 't' -> new Char('\t', at + 2);
            case 'n' -> new Char('\n', at + 2);
            case 'r' -> new Char('\r', at + 2);
            case 'u' -> unicode(at);
            default -> throw error(at, "unknown escape; there are \\\\ \\' \\\" \\t \\n \\r and \\u{...}");
        };
    }

    private Char unicode(int at) {
        Matcher matcher = UNICODE.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            throw error(at, "expected one to six hexadecimal digits in \\u{...}");
        }
        int point = Integer.parseInt(matcher.group(1), 16);
        if (!Character.isValidCodePoint(point)
                || point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
            throw error(at, matcher.group() + " is no Unicode scalar value");
        }
        return new Char(point, matcher.end());
    }

    /**
     * A text of several lines: from the line behind the opening quotes to the one before the closing ones, each without the
     * spaces that the closing quotes are indented by.
     */
    private Text lines(int start) {
        int first = start + TRIPLE.length();
        if (text.startsWith("\r\n", first)) {
            first++;
        } else if (!text.startsWith("\n", first)) {
            throw error(first, "expected the end of the line behind \"\"\"");
        }
        first++;
        int end = closing(start, first);
        int lastLine = text.lastIndexOf('\n', end - 1) + 1;
        String indent = text.substring(lastLine, end);
        if (!indent.isBlank() || indent.indexOf('\t') >= 0) {
            throw error(end, "expected nothing but spaces before the closing \"\"\"");
        }
        StringBuilder value = new StringBuilder();
        for (int at = first; at < lastLine; ) {
            int lineEnd = text.indexOf('\n', at);
            value.append(value.length() > 0 || at > first ? "\n" : "");
            line(at, text.charAt(lineEnd - 1) == '\r' ? lineEnd - 1 : lineEnd, indent, value);
            at = lineEnd + 1;
        }
        return new Text(value.toString(), end + TRIPLE.length());
    }

    private int closing(int start, int from) {
        for (int at = from; at < text.length(); at++) {
            if (text.charAt(at) == '\\') {
                at++;
            } else if (text.startsWith(TRIPLE, at)) {
                return at;
            }
        }
        throw error(start, "a string without a closing \"\"\"");
    }

    private void line(int start, int end, String indent, StringBuilder value) {
        if (start == end) {
            return;
        }
        if (!text.startsWith(indent, start) || start + indent.length() > end) {
            throw error(start, "expected the line to be indented as the closing \"\"\" is");
        }
        int at = start + indent.length();
        while (at < end) {
            Char read = text.charAt(at) == '"' ? new Char('"', at + 1) : one(at, '"');
            value.appendCodePoint(read.codePoint());
            at = read.end();
        }
    }

    /** Appends a character as it stands between quotes of either kind. */
    static void append(StringBuilder out, int codePoint) {
        switch (codePoint) {
            case '\\', '\'', '"' -> out.append('\\').append((char) codePoint);
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            default -> {
                if (Character.getType(codePoint) == Character.CONTROL) {
                    out.append("\\u{").append(Integer.toHexString(codePoint)).append('}');
                } else {
                    out.appendCodePoint(codePoint);
                }
            }
        }
    }

    private ValueException error(int at, String problem) {
        return TextPosition.error(text, at, problem);
    }
}
