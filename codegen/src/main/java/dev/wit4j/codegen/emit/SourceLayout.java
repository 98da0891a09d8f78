package dev.wit4j.codegen.emit;

/**
 * Brings the text that JavaPoet writes into the form that a person gives it: a short comment, an annotation and an empty body
 * take one line, a long declaration is broken behind its {@code =}.
 */
final class SourceLayout {
    private static final int WIDTH = 120;
    private static final String CONTINUATION = "        ";

    private final String text;
    private final StringBuilder out;

    private SourceLayout(String text) {
        this.text = text;
        this.out = new StringBuilder(text.length());
    }

    static String of(String text) {
        return new SourceLayout(text).layOut();
    }

    private String layOut() {
        int line = 0;
        while (line < text.length()) {
            line = layOut(line);
        }
        return out.toString();
    }

    /** Writes the line that begins at {@code start}, and what goes into it; returns where the next one begins. */
    private int layOut(int start) {
        int end = end(start);
        int first = firstCharacter(start);
        if (first + 3 == end && text.startsWith("/**", first)) {
            int next = shortComment(start, first, end);
            if (next > 0) {
                return next;
            }
        } else if (end > first && text.charAt(end - 1) == '(' && text.charAt(first) == '@') {
            int next = shortAnnotation(start, end);
            if (next > 0) {
                return next;
            }
        } else if (end > first && text.charAt(end - 1) == '{') {
            int brace = firstCharacter(end + 1);
            if (text.startsWith("}\n", brace)) {
                out.append(text, start, end).append("}\n");
                return brace + 2;
            }
        } else if (end - start > WIDTH && text.charAt(first) != '*') {
            return longLine(start, first, end);
        }
        out.append(text, start, end).append('\n');
        return end + 1;
    }

    /** Writes a comment in one line if it has only one and fits; returns where the next line begins, 0 if nothing was written. */
    private int shortComment(int start, int first, int end) {
        int words = firstCharacter(end + 1) + 2;
        int wordsEnd = end(end + 1);
        int close = firstCharacter(wordsEnd + 1);
        boolean fits = first - start + wordsEnd - words + 7 <= WIDTH;
        if (!fits || words > wordsEnd || !text.startsWith("*/\n", close)) {
            return 0;
        }
        out.append(text, start, end).append(' ').append(text, words, wordsEnd).append(" */\n");
        return close + 3;
    }

    /** Writes an annotation with one member in one line; returns where the next line begins, 0 if nothing was written. */
    private int shortAnnotation(int start, int end) {
        int member = firstCharacter(end + 1);
        int memberEnd = end(end + 1);
        int close = firstCharacter(memberEnd + 1);
        if (!text.startsWith(")\n", close)) {
            return 0;
        }
        out.append(text, start, end).append(text, member, memberEnd).append(")\n");
        return close + 2;
    }

    private int longLine(int start, int first, int end) {
        int equals = text.indexOf(" = ", first);
        int quote = text.indexOf('"', first);
        if (equals > 0 && equals < end && (quote < 0 || equals < quote)) {
            out.append(text, start, equals + 2)
                    .append('\n')
                    .append(text, start, first)
                    .append(CONTINUATION)
                    .append(text, equals + 3, end);
        } else {
            out.append(text, start, end);
        }
        out.append('\n');
        return end + 1;
    }

    /** Where the line ends that begins at {@code start}; every line ends with a line feed, and a line may be empty. */
    private int end(int start) {
        int end = text.indexOf('\n', start);
        return end < 0 ? text.length() : end;
    }

    private int firstCharacter(int start) {
        int first = start;
        while (first < text.length() && text.charAt(first) == ' ') {
            first++;
        }
        return first;
    }
}
