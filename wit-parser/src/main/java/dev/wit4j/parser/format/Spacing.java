package dev.wit4j.parser.format;

import dev.wit4j.parser.syntax.Lexeme;
import java.util.Set;

/** Whether two words or signs on one line have a space between them. */
final class Spacing {
    private static final Set<String> NONE_BEFORE = Set.of(",", ";", ":", ".", ")", "<", ">", "/", "-", "+", "(");
    private static final Set<String> NONE_AFTER = Set.of("(", "<", ".", "/", "-", "+", "@");

    private Spacing() {}

    static boolean between(Piece left, Piece right) {
        if (left.isComment() || right.isComment()) {
            return true;
        }
        if (left.role() == Piece.Role.COLON_OF_PATH || NONE_AFTER.contains(left.text())) {
            return false;
        }
        if (right.is("@") || NONE_BEFORE.contains(right.text())) {
            return false;
        }
        boolean empty = left.opens() && right.closes();
        boolean ofUse = left.role() == Piece.Role.USE_OPEN || right.role() == Piece.Role.USE_CLOSE;
        return !empty && !ofUse && !isWithinVersion(left, right);
    }

    /** Two words without a space between them are parts of a version, which must stay in one piece. */
    private static boolean isWithinVersion(Piece left, Piece right) {
        return right.lexeme().adjacent()
                && left.lexeme().kind() == Lexeme.Kind.WORD
                && right.lexeme().kind() == Lexeme.Kind.WORD;
    }
}
