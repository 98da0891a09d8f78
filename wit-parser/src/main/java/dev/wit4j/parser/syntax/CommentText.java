package dev.wit4j.parser.syntax;

import dev.wit4j.parser.model.Docs;
import java.util.ArrayList;
import java.util.List;

/** The text of comments without what makes them comments. */
final class CommentText {
    private CommentText() {}

    /**
     * The documentation that {@code comments} make together: the indentation that all of them share goes, line ends become
     * {@code \n}, empty lines at the end go.
     */
    static Docs docs(List<String> comments) {
        List<String> texts = new ArrayList<>(comments.size());
        int indentation = Integer.MAX_VALUE;
        for (String comment : comments) {
            String text = withoutMarkers(comment);
            texts.add(text);
            if (!text.isEmpty()) {
                indentation = Math.min(indentation, indentationOf(text));
            }
        }
        StringBuilder docs = new StringBuilder();
        for (String text : texts) {
            String line = isIndented(text, indentation) ? text.substring(indentation) : text;
            docs.append(line.replace("\r\n", "\n")).append('\n');
        }
        int end = docs.length();
        while (end > 0 && docs.charAt(end - 1) == '\n') {
            end--;
        }
        return new Docs(docs.substring(0, end));
    }

    /** Whether the text begins with so many spaces: other white space counts as indentation and is not taken away. */
    private static boolean isIndented(String text, int indentation) {
        if (text.length() < indentation) {
            return false;
        }
        for (int i = 0; i < indentation; i++) {
            if (text.charAt(i) != ' ') {
                return false;
            }
        }
        return true;
    }

    /** Only {@code /**} counts as a documentation block; of any other comment its leading slashes go, and nothing else. */
    private static String withoutMarkers(String comment) {
        if (comment.startsWith("/**")) {
            String inner = comment.substring(3);
            return inner.endsWith("*/") ? trimEnd(inner.substring(0, inner.length() - 2)) : "";
        }
        int start = 0;
        while (start < comment.length() && comment.charAt(start) == '/') {
            start++;
        }
        return trimEnd(comment.substring(start));
    }

    private static String trimEnd(String text) {
        int end = text.length();
        while (end > 0 && isWhiteSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end);
    }

    /** White space as Unicode defines it, no-break spaces included. */
    private static boolean isWhiteSpace(char c) {
        return c == ' ' || c == '\n' || (c < '!' || c > '~') && isRareWhiteSpace(c);
    }

    private static boolean isRareWhiteSpace(char c) {
        return Character.isWhitespace(c) && !(c >= '\u001c' && c <= '\u001f')
                || Character.isSpaceChar(c)
                || c == '\u0085';
    }

    private static int indentationOf(String text) {
        int count = 0;
        while (count < text.length() && isAsciiWhiteSpace(text.charAt(count))) {
            count++;
        }
        return count;
    }

    private static boolean isAsciiWhiteSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
    }
}
