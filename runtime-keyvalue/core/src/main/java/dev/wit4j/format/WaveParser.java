package dev.wit4j.format;

import dev.wit4j.value.ValueException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises WAVE text, without regard to types. */
final class WaveParser {
    private static final int DEEPEST = 200;
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");
    private final String text;
    private final WaveStrings strings;
    private int position;
    private int depth;

    WaveParser(String text) {
        this.text = text;
        this.strings = new WaveStrings(text);
    }

    /** The value that the text is, the whole of it. */
    WaveNode whole() {
        WaveNode value = value();
        if (!atEnd()) {
            throw error("expected the end of the value, found " + found());
        }
        return value;
    }

    /** A name and the arguments behind it, the whole text; a semicolon may end it. */
    WaveNode.Word call() {
        skipSpace();
        WaveNode.Word call = word();
        if (call.payload().isEmpty()) {
            throw error("expected '(' and the arguments of " + call.name() + ", found " + found());
        }
        skip(';');
        if (!atEnd()) {
            throw error("expected the end of the call, found " + found());
        }
        return call;
    }

    private WaveNode value() {
        skipSpace();
        if (++depth > DEEPEST) {
            throw error("values are nested deeper than " + DEEPEST + " levels");
        }
        WaveNode value = valueHere();
        depth--;
        return value;
    }

    private WaveNode valueHere() {
        int start = position;
        char first = peek();
        if (first == '(') {
            return tuple();
        }
        if (first == '[') {
            return new WaveNode.ListOf(start, items('[', ']', this::value));
        }
        if (first == '{') {
            return braces();
        }
        if (first == '\'') {
            WaveStrings.Char read = strings.character(start);
            position = read.end();
            return new WaveNode.Char(start, read.codePoint());
        }
        if (first == '"') {
            WaveStrings.Text read = strings.string(start);
            position = read.end();
            return new WaveNode.Text(start, read.value());
        }
        if (first == '-' || first >= '0' && first <= '9') {
            return number();
        }
        return word();
    }

    private WaveNode number() {
        int start = position;
        if (text.startsWith("-inf", start)) {
            position += 4;
            return new WaveNode.Number(start, "-inf");
        }
        Matcher matcher = NUMBER.matcher(text).region(start, text.length());
        if (!matcher.lookingAt()) {
            throw error("expected a number, found " + found());
        }
        position = matcher.end();
        return new WaveNode.Number(start, matcher.group());
    }

    private WaveNode.Word word() {
        int start = position;
        boolean escaped = peek() == '%';
        int begin = escaped ? start + 1 : start;
        int end = begin;
        while (end < text.length() && isPartOfName(text.charAt(end))) {
            end++;
        }
        String name = text.substring(begin, end);
        if (!isName(name)) {
            throw error("expected a value, found " + found());
        }
        position = end;
        skipSpace();
        return new WaveNode.Word(start, name, escaped, peek() == '(' ? Optional.of(tuple()) : Optional.empty());
    }

    /** Words between hyphens, each in letters of one case; the first begins with a letter. */
    private static boolean isName(String name) {
        if (name.isEmpty() || !Character.isLetter(name.charAt(0))) {
            return false;
        }
        for (String word : name.split("-", -1)) {
            boolean oneCase = word.equals(word.toLowerCase(Locale.ROOT)) || word.equals(word.toUpperCase(Locale.ROOT));
            if (word.isEmpty() || !oneCase) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPartOfName(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-';
    }

    private WaveNode.Tuple tuple() {
        int start = position;
        return new WaveNode.Tuple(start, items('(', ')', this::value));
    }

    /** Flags or a record: which it is shows behind the first name, and <code>{:}</code> is the record without fields. */
    private WaveNode braces() {
        int start = position;
        position++;
        if (skip(':')) {
            expect('}');
            return new WaveNode.Record(start, List.of());
        }
        Set<String> names = new HashSet<>();
        if (peek() == '}') {
            position++;
            return new WaveNode.Flags(start, List.of());
        }
        int first = position;
        name();
        boolean record = skip(':');
        position = start;
        depth++;
        WaveNode node = record
                ? new WaveNode.Record(start, items('{', '}', () -> field(names)))
                : new WaveNode.Flags(start, items('{', '}', () -> flag(names)));
        depth--;
        return node;
    }

    private WaveNode.Field field(Set<String> names) {
        WaveNode.Word name = unique("field", names);
        expect(':');
        return new WaveNode.Field(name.at(), name.name(), value());
    }

    private WaveNode.Word flag(Set<String> names) {
        return unique("flag", names);
    }

    private WaveNode.Word unique(String kind, Set<String> names) {
        WaveNode.Word name = name();
        if (!names.add(name.name())) {
            throw error(name.at(), kind + " " + name.name() + " twice");
        }
        return name;
    }

    private WaveNode.Word name() {
        skipSpace();
        int start = position;
        WaveNode.Word name = word();
        if (name.payload().isPresent()) {
            throw error(start, "expected a name alone, found a value with a payload");
        }
        return name;
    }

    /** Items between commas; one more comma may stand at the end. */
    private <T> List<T> items(char open, char close, Supplier<T> item) {
        expect(open);
        List<T> items = new ArrayList<>();
        while (!skip(close)) {
            if (!items.isEmpty()) {
                expect(',');
                if (skip(close)) {
                    break;
                }
            }
            items.add(item.get());
        }
        return items;
    }

    private boolean skip(char expected) {
        skipSpace();
        if (peek() != expected) {
            return false;
        }
        position++;
        skipSpace();
        return true;
    }

    private void expect(char expected) {
        if (!skip(expected)) {
            throw error("expected '" + expected + "', found " + found());
        }
    }

    private boolean atEnd() {
        skipSpace();
        return position == text.length();
    }

    private void skipSpace() {
        while (position < text.length()) {
            if (text.startsWith("//", position)) {
                int end = text.indexOf('\n', position);
                position = end < 0 ? text.length() : end;
            } else if (" \t\r\n".indexOf(text.charAt(position)) >= 0) {
                position++;
            } else {
                return;
            }
        }
    }

    /** The next character, or a NUL at the end, which nothing begins with. */
    private char peek() {
        return position < text.length() ? text.charAt(position) : '\0';
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
