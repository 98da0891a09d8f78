package dev.wit4j.format;

import java.util.List;
import java.util.Optional;

/** A piece of WAVE text. */
sealed interface WaveNode extends TextNode {
    /** A number, as it was written. */
    record Number(int at, String text) implements WaveNode {}

    /** A character in single quotes. */
    record Char(int at, int codePoint) implements WaveNode {}

    /** Text in double quotes. */
    record Text(int at, String value) implements WaveNode {}

    /**
     * A name or a keyword, with what follows it in parentheses.
     *
     * @param escaped whether {@code %} says that it is a name
     */
    record Word(int at, String name, boolean escaped, Optional<Tuple> payload) implements WaveNode {
        /** Whether it is this keyword. */
        boolean is(String keyword) {
            return !escaped && name.equals(keyword);
        }
    }

    /** Values in parentheses. */
    record Tuple(int at, List<WaveNode> members) implements WaveNode {}

    /** Values in brackets. */
    record ListOf(int at, List<WaveNode> elements) implements WaveNode {}

    /** Names in braces. */
    record Flags(int at, List<Word> names) implements WaveNode {}

    /** Names and values in braces. */
    record Record(int at, List<Field> fields) implements WaveNode {}

    /** A name and a value. */
    record Field(int at, String name, WaveNode value) implements TextNode {}
}
