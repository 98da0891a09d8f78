package dev.wit4j.parser.format;

import dev.wit4j.parser.format.Piece.Role;
import dev.wit4j.parser.syntax.Lexeme;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Writes pieces line by line. The order of pieces never changes, as it decides which item a comment documents; only commas
 * before the end of a list come and go.
 */
final class Layout {
    private static final int WIDTH = 100;

    private final List<Piece> pieces;
    private final Lines lines = new Lines();
    /** For each thing that is open, whether its elements have lines of their own. */
    private final Deque<Boolean> broken = new ArrayDeque<>();

    private int angles;

    Layout(List<Piece> pieces) {
        this.pieces = pieces;
    }

    String arrange() {
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (piece.isComment()) {
                comment(i);
            } else if (piece.opens()) {
                open(i);
            } else if (piece.closes()) {
                close(i);
            } else if (piece.is(",")) {
                comma(i);
            } else {
                angles += piece.is("<") ? 1 : piece.is(">") ? -1 : 0;
                lines.add(piece);
                if (piece.role() == Role.GATE_CLOSE || piece.is(";")) {
                    lines.endItem();
                }
            }
        }
        return lines.text();
    }

    private void comment(int index) {
        Piece comment = pieces.get(index);
        if (endsElement(index)) {
            lines.addMissingComma();
            lines.endItem();
        }
        if (comment.lexeme().newlinesBefore() > 0 || index == 0) {
            lines.breakLine();
        }
        lines.addComment(comment);
        boolean alone =
                index + 1 == pieces.size() || pieces.get(index + 1).lexeme().newlinesBefore() > 0;
        if (comment.lexeme().kind() == Lexeme.Kind.LINE_COMMENT || alone) {
            lines.breakLine();
        }
    }

    /** Whether the last element of what is open ended before {@code index} without a comma. */
    private boolean endsElement(int index) {
        return !broken.isEmpty() && broken.peek() && index > 0 && endsWithoutComma(index) && nextIsEndOfList(index);
    }

    private boolean nextIsEndOfList(int index) {
        for (int i = index; i < pieces.size(); i++) {
            if (!pieces.get(i).isComment()) {
                return pieces.get(i).closes() && pieces.get(i).role() != Role.BLOCK_CLOSE;
            }
        }
        return false;
    }

    private void open(int index) {
        Piece piece = pieces.get(index);
        boolean empty = index + 1 < pieces.size() && pieces.get(index + 1).closes();
        boolean breaks = piece.opensGroup() ? !fits(index) : !empty;
        lines.add(piece);
        broken.push(breaks);
        if (breaks) {
            lines.indent();
            lines.endItem();
        }
    }

    private void close(int index) {
        Piece piece = pieces.get(index);
        boolean breaks = broken.pop();
        if (breaks) {
            if (piece.role() != Role.BLOCK_CLOSE && endsWithoutComma(index)) {
                lines.addMissingComma();
            }
            lines.outdent();
        }
        lines.add(piece);
        boolean endsItem = !piece.closesGroup() || piece.is("}") && !nextIs(index, ";");
        if (endsItem) {
            lines.endItem();
        }
    }

    /** Whether the last element before the end at {@code index}, if there is one, has no comma and no comment behind it. */
    private boolean endsWithoutComma(int index) {
        Piece last = pieces.get(index - 1);
        return !last.isComment() && !last.is(",") && !last.opens();
    }

    private void comma(int index) {
        boolean last = index + 1 < pieces.size()
                && (pieces.get(index + 1).closes() || pieces.get(index + 1).is(">"));
        boolean ownLines = !broken.isEmpty() && broken.peek() && angles == 0;
        if (last && !ownLines) {
            return;
        }
        lines.add(pieces.get(index));
        if (ownLines) {
            lines.endItem();
        }
    }

    private boolean nextIs(int index, String text) {
        for (int i = index + 1; i < pieces.size(); i++) {
            if (!pieces.get(i).isComment()) {
                return pieces.get(i).is(text);
            }
        }
        return false;
    }

    /** Whether the group that opens at {@code index} has no comment inside and ends, with its item, within the width. */
    private boolean fits(int index) {
        int width = lines.width();
        int depth = 0;
        for (int i = index; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            boolean dropped =
                    piece.is(",") && i + 1 < pieces.size() && pieces.get(i + 1).closes();
            depth += piece.opens() ? 1 : piece.closes() ? -1 : 0;
            if (piece.isComment()) {
                return depth == 0 && width <= WIDTH;
            }
            if (i > index && depth == 0 && piece.role() == Role.BLOCK_OPEN || width > WIDTH) {
                return width <= WIDTH;
            }
            if (!dropped) {
                width += piece.text().length() + (i > 0 && Spacing.between(pieces.get(i - 1), piece) ? 1 : 0);
            }
            if (depth == 0 && (piece.is(";") || i > index && piece.closes() && !piece.is(")"))) {
                return width <= WIDTH;
            }
        }
        return width <= WIDTH;
    }
}
