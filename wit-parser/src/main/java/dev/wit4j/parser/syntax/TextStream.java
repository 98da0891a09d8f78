package dev.wit4j.parser.syntax;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.misc.Interval;

/**
 * The characters of a text, where an index counts UTF-16 code units, as spans do, and a character that takes two of them is
 * one. Half of such a character alone is a character, too.
 */
final class TextStream implements CharStream {
    private final String name;
    private final String text;
    private final char[] characters;
    private int index;

    TextStream(String name, String text) {
        this.name = name;
        this.text = text;
        this.characters = text.toCharArray();
    }

    @Override
    public void consume() {
        if (index == characters.length) {
            throw new IllegalStateException("nothing is left to consume");
        }
        index = next(index);
    }

    @Override
    public int LA(int distance) {
        if (distance == 1 && index < characters.length && characters[index] < Character.MIN_SURROGATE) {
            return characters[index];
        }
        int place = index;
        for (int i = 1; i < distance && place < characters.length; i++) {
            place = next(place);
        }
        for (int i = distance; i < 0; i++) {
            if (place == 0) {
                return EOF;
            }
            place = previous(place);
        }
        return at(place);
    }

    private int at(int place) {
        if (place >= characters.length) {
            return EOF;
        }
        char c = characters[place];
        return c < Character.MIN_SURROGATE ? c : Character.codePointAt(characters, place);
    }

    private int next(int place) {
        char c = characters[place];
        return place
                + (c < Character.MIN_SURROGATE ? 1 : Character.charCount(Character.codePointAt(characters, place)));
    }

    private int previous(int place) {
        return place - Character.charCount(Character.codePointBefore(characters, place));
    }

    /** Goes to the first {@code c} from here on, or to the end if there is none. */
    void seekCharacter(char c) {
        int found = text.indexOf(c, index);
        index = found < 0 ? characters.length : found;
    }

    /** Goes to the first character from here on that is neither space, tab nor the end of a line. */
    void seekBehindWhiteSpace() {
        int place = index;
        while (place < characters.length && isWhiteSpace(place)) {
            place++;
        }
        index = place;
    }

    private boolean isWhiteSpace(int place) {
        char c = characters[place];
        return c == ' '
                || c == '\n'
                || c == '\t'
                || c == '\r' && place + 1 < characters.length && characters[place + 1] == '\n';
    }

    @Override
    public int mark() {
        return -1;
    }

    @Override
    public void release(int marker) {
        // All characters are there at any time.
    }

    @Override
    public int index() {
        return index;
    }

    @Override
    public void seek(int place) {
        index = Math.min(place, characters.length);
    }

    @Override
    public int size() {
        return characters.length;
    }

    @Override
    public String getText(Interval interval) {
        return text.substring(interval.a, Math.min(interval.b + 1, characters.length));
    }

    @Override
    public String getSourceName() {
        return name;
    }

    @Override
    public String toString() {
        return text;
    }
}
