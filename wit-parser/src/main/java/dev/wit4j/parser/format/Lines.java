package dev.wit4j.parser.format;

import java.util.Optional;

/** The text so far, and the line that is being written. */
final class Lines {
    private static final String INDENT = "  ";

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder line = new StringBuilder();
    private Optional<Piece> last = Optional.empty();
    private int depth;
    /** The line is complete; a comment may still follow on it. */
    private boolean complete;
    /** The line begins in the middle of an item. */
    private boolean continues;
    /** The line has more than comments. */
    private boolean hasCode;
    /** Nothing was written since something opened. */
    private boolean justOpened = true;

    /** Adds a word or sign, on a new line if the last one is complete. */
    void add(Piece piece) {
        if (complete) {
            breakLine();
        }
        if (line.isEmpty()) {
            start(piece);
        } else if (last.isPresent() && Spacing.between(last.get(), piece)) {
            line.append(' ');
        }
        line.append(piece.text());
        hasCode = true;
        last = Optional.of(piece);
        justOpened = false;
    }

    /** Adds a comment, behind a line that is complete if it has not been broken. */
    void addComment(Piece comment) {
        if (line.isEmpty()) {
            start(comment);
        } else {
            line.append(' ');
        }
        line.append(comment.text().replace("\r\n", "\n"));
        last = Optional.of(comment);
        justOpened = false;
    }

    private void start(Piece piece) {
        boolean spaced = piece.lexeme().newlinesBefore() > 1 && !justOpened && !continues && !piece.closes();
        if (spaced && !text.isEmpty()) {
            text.append('\n');
        }
        line.append(INDENT.repeat(depth + (continues && !piece.closes() ? 1 : 0)));
    }

    /** The comma that the last element lacks. */
    void addMissingComma() {
        line.append(',');
    }

    /** What comes next begins a line and an item. */
    void endItem() {
        complete = true;
    }

    /** Ends the line, if anything is on it. */
    void breakLine() {
        if (line.isEmpty()) {
            return;
        }
        text.append(line.toString().stripTrailing()).append('\n');
        line.setLength(0);
        continues = !complete && (hasCode || continues);
        complete = false;
        hasCode = false;
    }

    void indent() {
        depth++;
        justOpened = true;
    }

    void outdent() {
        depth--;
        complete = true;
        if (!line.isEmpty()) {
            breakLine();
        }
        complete = false;
        continues = false;
    }

    /** The width of the line so far. */
    int width() {
        return line.length();
    }

    String text() {
        complete = true;
        breakLine();
        return text.toString();
    }
}
