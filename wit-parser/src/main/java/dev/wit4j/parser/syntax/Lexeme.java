package dev.wit4j.parser.syntax;

/**
 * A word, sign or comment of a file, as it is written.
 *
 * @param kind what it is
 * @param text its characters; those of a line comment without the end of the line
 * @param newlinesBefore how many ends of lines are between it and the lexeme before it
 * @param adjacent whether nothing at all is between it and the lexeme before it
 */
public record Lexeme(Kind kind, String text, int newlinesBefore, boolean adjacent) {
    /** What there is in a file. */
    public enum Kind {
        /** A keyword, identifier, number or string. */
        WORD,
        /** Punctuation. */
        SIGN,
        /** {@code //} up to the end of the line. */
        LINE_COMMENT,
        /** A block comment, which may have several lines. */
        BLOCK_COMMENT
    }

    /** Whether it is a comment of either kind. */
    public boolean isComment() {
        return kind == Kind.LINE_COMMENT || kind == Kind.BLOCK_COMMENT;
    }

    /** Whether it is this sign or keyword. */
    public boolean is(String word) {
        return !isComment() && text.equals(word);
    }
}
