package dev.wit4j.parser.format;

import dev.wit4j.parser.syntax.Lexeme;

/**
 * A lexeme and the part that it plays.
 *
 * @param lexeme what is written
 * @param role its part
 */
record Piece(Lexeme lexeme, Role role) {
    /** What tells the arrangement of a sign that has several uses. */
    enum Role {
        /** Nothing to tell. */
        PLAIN,
        /** A comment. */
        COMMENT,
        /** A colon within a name, {@code wasi:io}. */
        COLON_OF_PATH,
        /** The {@code @} that begins a gate. */
        GATE,
        /** The parenthesis of a gate. */
        GATE_OPEN,
        /** The end of a gate. */
        GATE_CLOSE,
        /** A brace around items. */
        BLOCK_OPEN,
        /** The end of items. */
        BLOCK_CLOSE,
        /** A brace around fields or cases, each on a line. */
        LIST_OPEN,
        /** The end of fields or cases. */
        LIST_CLOSE,
        /** A parenthesis around parameters or a brace around new names, on one line if they fit. */
        GROUP_OPEN,
        /** The end of parameters or new names. */
        GROUP_CLOSE,
        /** The brace of a {@code use}, on one line with its names if they fit, and tight. */
        USE_OPEN,
        /** The end of the names of a {@code use}. */
        USE_CLOSE
    }

    boolean is(String text) {
        return lexeme.is(text);
    }

    boolean isComment() {
        return role == Role.COMMENT;
    }

    String text() {
        return lexeme.text();
    }

    boolean opens() {
        return role == Role.BLOCK_OPEN || role == Role.LIST_OPEN || opensGroup();
    }

    boolean closes() {
        return role == Role.BLOCK_CLOSE || role == Role.LIST_CLOSE || closesGroup();
    }

    boolean opensGroup() {
        return role == Role.GROUP_OPEN || role == Role.USE_OPEN;
    }

    boolean closesGroup() {
        return role == Role.GROUP_CLOSE || role == Role.USE_CLOSE;
    }
}
