package dev.wit4j.format;

import dev.wit4j.value.Text;
import dev.wit4j.value.ValueException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises JSON text, without regard to types. */
final class JsonParser {
    private static final int DEEPEST = 200;
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");
    private static final Pattern UNICODE = Pattern.compile("[0-9a-fA-F]{4}");

    private final String text;
    private int position;
    private int depth;

    JsonParser(String text) {
        this.text = text;
    }

    /** The value that the text is, the whole of it. */
    JsonNode whole() {
        JsonNode value = value();
        skipSpace();
        if (position < text.length()) {
            throw error("expected the end of the value, found " + found());
        }
        return value;
    }

    private JsonNode value() {
        skipSpace();
        if (++depth > DEEPEST) {
            throw error("values are nested deeper than " + DEEPEST + " levels");
        }
        JsonNode value = valueHere();
        depth--;
        return value;
    }

    private JsonNode valueHere() {
        int start = position;
        char first = position < text.length() ? text.charAt(position) : '\0';
        return switch (first) {
            case '{' -> members();
            case '[' -> array();
            case '"' -> new JsonNode.Text(start, string());
            case 'n' -> {
                keyword("null");
                yield new JsonNode.Null(start);
            }
            case 't' -> {
                keyword("true");
                yield new JsonNode.Bool(start, true);
            }
            case 'f' -> {
                keyword("false");
                yield new JsonNode.Bool(start, false);
            }
            default -> number();
        };
    }

    private void keyword(String word) {
        if (!text.startsWith(word, position)) {
            throw error("expected a value, found " + found());
        }
        position += word.length();
    }

    private JsonNode number() {
        int start = position;
        Matcher matcher = NUMBER.matcher(text).region(start, text.length());
        if (!matcher.lookingAt()) {
            throw error("expected a value, found " + found());
        }
        position = matcher.end();
        return new JsonNode.Number(start, matcher.group());
    }

    private JsonNode array() {
        int start = position++;
        List<JsonNode> elements = new ArrayList<>();
        if (!skip(']')) {
            do {
                elements.add(value());
            } while (skip(','));
            expect(']');
        }
        return new JsonNode.Array(start, elements);
    }

    private JsonNode members() {
        int start = position++;
        LinkedHashMap<String, JsonNode> values = new LinkedHashMap<>();
        if (!skip('}')) {
            do {
                member(values);
            } while (skip(','));
            expect('}');
        }
        return new JsonNode.Members(start, values);
    }

    private void member(LinkedHashMap<String, JsonNode> values) {
        skipSpace();
        int start = position;
        if (position >= text.length() || text.charAt(position) != '"') {
            throw error("expected a name in double quotes, found " + found());
        }
        String name = string();
        expect(':');
        if (values.put(name, value()) != null) {
            throw error(start, "member " + name + " twice");
        }
    }

    private String string() {
        int start = position++;
        StringBuilder value = new StringBuilder();
        while (position < text.length() && text.charAt(position) != '"') {
            char next = text.charAt(position++);
            if (next < ' ') {
                throw error(position - 1, "a control character in a string; it is written as an escape");
            }
            value.append(next == '\\' ? escape() : next);
        }
        if (position == text.length()) {
            throw error(start, "a string without a closing \"");
        }
        position++;
        String string = value.toString();
        if (!Text.isWellFormed(string)) {
            throw error(start, "a lone surrogate in a string");
        }
        return string;
    }

    private char escape() {
        char kind = position < text.length() ? text.charAt(position++) : '\0';
        return switch (kind) {
            case '"', '\\', '/' -> kind;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw error(Math.min(position, text.length()) - 1, "unknown escape in a string");
        };
    }

    private char unicode() {
        Matcher matcher = UNICODE.matcher(text).region(position, text.length());
        if (!matcher.lookingAt()) {
            throw error(position - 2, "expected four hexadecimal digits behind \\u");
        }
        position = matcher.end();
        return (char) Integer.parseInt(matcher.group(), 16);
    }

    private boolean skip(char expected) {
        skipSpace();
        if (position < text.length() && text.charAt(position) == expected) {
            position++;
            return true;
        }
        return false;
    }

    private void expect(char expected) {
        if (!skip(expected)) {
            throw error("expected '" + expected + "', found " + found());
        }
    }

    private void skipSpace() {
        while (position < text.length() && " \t\r\n".indexOf(text.charAt(position)) >= 0) {
            position++;
        }
    }

    private String found() {
        return position < text.length()
                ? "'" + Character.toString(text.codePointAt(position)) + "'"
                : "the end of the text";
    }

    private ValueException error(String problem) {
        return error(position, problem);
    }

    private ValueException error(int at, String problem) {
        return TextPosition.error(text, at, problem);
    }
}
