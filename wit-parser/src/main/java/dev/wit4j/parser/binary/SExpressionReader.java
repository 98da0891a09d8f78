package dev.wit4j.parser.binary;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the parentheses, words, strings and comments that the text format is made of. */
final class SExpressionReader {
    private static final int MAX_NESTING = 400;

    private final String text;
    private int position;

    private SExpressionReader(String text) {
        this.text = text;
    }

    /** The one expression that {@code text} consists of. */
    static SExpression read(String text) throws InvalidPackageException {
        SExpressionReader reader = new SExpressionReader(text);
        reader.skip();
        SExpression expression = reader.expression(0);
        reader.skip();
        if (reader.position < text.length()) {
            throw reader.error(reader.position, "unexpected text behind the component");
        }
        return expression;
    }

    /** Whether the first thing in {@code text} that is no comment is a parenthesis. */
    static boolean startsWithList(String text) {
        SExpressionReader reader = new SExpressionReader(text);
        try {
            reader.skip();
        } catch (InvalidPackageException e) {
            return false;
        }
        return reader.position < text.length() && reader.peek() == '(';
    }

    private SExpression expression(int depth) throws InvalidPackageException {
        int start = position;
        if (start == text.length()) {
            throw error(start, "unexpected end of the text");
        }
        if (depth > MAX_NESTING) {
            throw error(start, "parentheses nest deeper than " + MAX_NESTING + " levels");
        }
        char c = peek();
        if (c == '"') {
            return new SExpression.Bytes(string(), start);
        }
        if (c != '(') {
            return atom();
        }
        position++;
        List<SExpression> items = new ArrayList<>();
        while (true) {
            skip();
            if (position == text.length()) {
                throw error(start, "this parenthesis is never closed");
            }
            if (peek() == ')') {
                position++;
                return new SExpression.Items(items, start);
            }
            items.add(expression(depth + 1));
        }
    }

    private SExpression atom() throws InvalidPackageException {
        int start = position;
        while (position < text.length() && isAtomCharacter(peek())) {
            position++;
        }
        if (position == start) {
            throw error(start, "unexpected character `" + peek() + "`");
        }
        return new SExpression.Atom(text.substring(start, position), start);
    }

    private static boolean isAtomCharacter(char c) {
        return c > ' ' && c < 0x7f && "\"(),;[]{}".indexOf(c) < 0;
    }

    private byte[] string() throws InvalidPackageException {
        int start = position++;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (true) {
            int c = codePoint(start);
            if (c == '"') {
                return bytes.toByteArray();
            }
            if (c == '\\') {
                escape(start, bytes);
            } else {
                bytes.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private void escape(int start, ByteArrayOutputStream bytes) throws InvalidPackageException {
        int c = codePoint(start);
        switch (c) {
            case 't' -> bytes.write('\t');
            case 'n' -> bytes.write('\n');
            case 'r' -> bytes.write('\r');
            case '"', '\'', '\\' -> bytes.write(c);
            case 'u' -> bytes.writeBytes(unicode(start));
            default -> bytes.write(digit(c) * 16 + digit(codePoint(start)));
        }
    }

    private byte[] unicode(int start) throws InvalidPackageException {
        if (codePoint(start) != '{') {
            throw error(position - 1, "expected `{`");
        }
        int value = 0;
        int c = codePoint(start);
        do {
            value = value * 16 + digit(c);
            if (value > Character.MAX_CODE_POINT) {
                throw error(position - 1, "there is no such character");
            }
            c = codePoint(start);
        } while (c != '}');
        return Character.toString(value).getBytes(StandardCharsets.UTF_8);
    }

    private int digit(int c) throws InvalidPackageException {
        int digit = c < 0x80 ? Character.digit(c, 16) : -1;
        if (digit < 0) {
            throw error(position - 1, "unknown escape in a string");
        }
        return digit;
    }

    private int codePoint(int start) throws InvalidPackageException {
        if (position == text.length()) {
            throw error(start, "this string is never closed");
        }
        int c = text.codePointAt(position);
        position += Character.charCount(c);
        return c;
    }

    /** Skips spaces and comments. */
    private void skip() throws InvalidPackageException {
        while (position < text.length()) {
            char c = peek();
            if (c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\ufeff' && position == 0) {
                position++;
            } else if (text.startsWith(";;", position)) {
                int end = text.indexOf('\n', position);
                position = end < 0 ? text.length() : end;
            } else if (text.startsWith("(;", position)) {
                skipBlockComment();
            } else {
                return;
            }
        }
    }

    private void skipBlockComment() throws InvalidPackageException {
        int start = position;
        int depth = 0;
        do {
            if (position >= text.length()) {
                throw error(start, "this comment is never closed");
            }
            if (text.startsWith("(;", position)) {
                depth++;
                position += 2;
            } else if (text.startsWith(";)", position)) {
                depth--;
                position += 2;
            } else {
                position++;
            }
        } while (depth > 0);
    }

    private char peek() {
        return text.charAt(position);
    }

    private InvalidPackageException error(int offset, String message) {
        return error(text, offset, message);
    }

    static InvalidPackageException error(String text, int offset, String message) {
        int line = 1
                + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
        int column = offset - text.lastIndexOf('\n', offset - 1);
        return new InvalidPackageException(message + " (at line " + line + ", column " + column + ")");
    }
}
