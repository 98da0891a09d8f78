package dev.wit4j.parser.binary;

import java.util.LinkedHashMap;
import java.util.Map;

/** Reads objects, strings and {@code null}; metadata has no other values. */
final class JsonReader {
    private static final int MAX_NESTING = 20;

    private final String text;
    private int position;

    private JsonReader(String text) {
        this.text = text;
    }

    static JsonValue read(String text) throws InvalidPackageException {
        JsonReader reader = new JsonReader(text);
        JsonValue value = reader.value(0);
        reader.skipSpace();
        if (reader.position < text.length()) {
            throw reader.unexpected();
        }
        return value;
    }

    private JsonValue value(int depth) throws InvalidPackageException {
        skipSpace();
        if (depth > MAX_NESTING) {
            throw new InvalidPackageException("package metadata nests too deep");
        }
        if (text.startsWith("null", position)) {
            position += 4;
            return new JsonValue.Null();
        }
        return peek() == '"' ? new JsonValue.Text(string()) : members(depth);
    }

    private JsonValue members(int depth) throws InvalidPackageException {
        expect('{');
        Map<String, JsonValue> members = new LinkedHashMap<>();
        skipSpace();
        if (peek() == '}') {
            position++;
            return new JsonValue.Members(members);
        }
        while (true) {
            skipSpace();
            String name = string();
            skipSpace();
            expect(':');
            members.put(name, value(depth + 1));
            skipSpace();
            if (peek() == '}') {
                position++;
                return new JsonValue.Members(members);
            }
            expect(',');
        }
    }

    private String string() throws InvalidPackageException {
        expect('"');
        StringBuilder out = new StringBuilder();
        while (true) {
            char c = next();
            if (c == '"') {
                return out.toString();
            }
            out.append(c == '\\' ? escape() : c);
        }
    }

    private char escape() throws InvalidPackageException {
        char c = next();
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                int code = 0;
                for (int i = 0; i < 4; i++) {
                    int digit = Character.digit(next(), 16);
                    if (digit < 0) {
                        throw unexpected();
                    }
                    code = code * 16 + digit;
                }
                yield (char) code;
            }
            default -> throw unexpected();
        };
    }

    private void skipSpace() {
        while (position < text.length() && " \t\r\n".indexOf(text.charAt(position)) >= 0) {
            position++;
        }
    }

    private void expect(char c) throws InvalidPackageException {
        if (next() != c) {
            position--;
            throw unexpected();
        }
    }

    private char peek() {
        return position < text.length() ? text.charAt(position) : '\0';
    }

    private char next() throws InvalidPackageException {
        if (position == text.length()) {
            throw unexpected();
        }
        return text.charAt(position++);
    }

    private InvalidPackageException unexpected() {
        return new InvalidPackageException("package metadata is no JSON object at character " + position);
    }
}
