package dev.wit4j.parser.syntax;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** String literals: the escapes are those of core WebAssembly's names. */
final class StringLiterals {
    private StringLiterals() {}

    /**
     * The value of {@code literal}, quotes included.
     *
     * @throws IllegalArgumentException if an escape is none; the message says which
     */
    static String valueOf(String literal) {
        String text = literal.substring(1, literal.length() - 1);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int i = 0;
        while (i < text.length()) {
            if (text.charAt(i) == '\\') {
                i = appendEscape(text, i + 1, bytes);
            } else {
                int c = text.codePointAt(i);
                bytes.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
                i += Character.charCount(c);
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("the escapes of the string make no valid UTF-8", e);
        }
    }

    /** Appends what the escape at {@code i}, behind the backslash, stands for; returns the index behind it. */
    private static int appendEscape(String text, int i, ByteArrayOutputStream bytes) {
        char c = text.charAt(i);
        switch (c) {
            case 't' -> bytes.write('\t');
            case 'n' -> bytes.write('\n');
            case 'r' -> bytes.write('\r');
            case '"', '\'', '\\' -> bytes.write(c);
            case 'u' -> {
                return appendCodePoint(text, i, bytes);
            }
            default -> {
                int high = Character.digit(c, 16);
                int low = i + 1 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
                if (high < 0 || low < 0 || c > 'f') {
                    throw new IllegalArgumentException("invalid escape in string '" + c + "'");
                }
                bytes.write(high * 16 + low);
                return i + 2;
            }
        }
        return i + 1;
    }

    private static int appendCodePoint(String text, int i, ByteArrayOutputStream bytes) {
        int end = text.indexOf('}', i);
        if (i + 1 >= text.length() || text.charAt(i + 1) != '{' || end < 0) {
            throw new IllegalArgumentException("invalid escape in string: `\\u` is followed by `{`, a number and `}`");
        }
        String digits = text.substring(i + 2, end).replace("_", "");
        int codePoint;
        try {
            codePoint = Integer.parseUnsignedInt(digits, 16);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("invalid escape in string: `" + digits + "` is no number", e);
        }
        if (!Character.isValidCodePoint(codePoint) || codePoint >= 0xd800 && codePoint <= 0xdfff) {
            throw new IllegalArgumentException("invalid escape in string: no character has the number " + digits);
        }
        bytes.writeBytes(Character.toString(codePoint).getBytes(StandardCharsets.UTF_8));
        return end + 1;
    }
}
