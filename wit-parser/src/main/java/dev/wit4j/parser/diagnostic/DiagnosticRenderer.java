package dev.wit4j.parser.diagnostic;

import dev.wit4j.parser.source.SourceMap;
import dev.wit4j.parser.source.SourceMap.Location;
import dev.wit4j.parser.source.Span;
import java.util.Optional;

/**
 * Writes findings as people read them: what, where, the line with a mark under the place, what to do. Immutable; safe for
 * use by several threads.
 */
public final class DiagnosticRenderer {
    /** Longer lines are not shown: they are generated, and would only push the message off the screen. */
    private static final int LONGEST_LINE = 500;

    private final SourceMap sources;
    private final Style style;

    /**
     * A renderer.
     *
     * @param sources the texts that the spans point into
     * @param style with or without colours
     */
    public DiagnosticRenderer(SourceMap sources, Style style) {
        this.sources = sources;
        this.style = style;
    }

    /** How the text is set off. */
    public enum Style {
        /** Characters only. */
        PLAIN,
        /** With the escape sequences of terminals. */
        ANSI
    }

    /** The finding in several lines, each of which ends with {@code \n}. */
    public String render(Diagnostic diagnostic) {
        StringBuilder text = new StringBuilder();
        String colour = diagnostic.isError() ? "31" : "33";
        String severity = diagnostic.isError() ? "error" : "warning";
        text.append(paint(colour, severity + "[" + diagnostic.code() + "]"))
                .append(": ")
                .append(visible(diagnostic.message()))
                .append('\n');
        Optional<Location> location = sources.locate(diagnostic.span());
        int margin =
                location.map(place -> String.valueOf(place.line()).length()).orElse(1);
        String indent = " ".repeat(margin);
        location.ifPresent(place -> {
            text.append(indent).append(paint("34", "--> ")).append(place).append('\n');
            snippet(text, indent, place, diagnostic.span(), colour);
        });
        for (Label label : diagnostic.labels()) {
            String place = sources.locate(label.span()).map(Object::toString).orElse("somewhere");
            text.append(indent).append(paint("34", " = ")).append(place).append(": ");
            text.append(visible(label.message())).append('\n');
        }
        diagnostic
                .hint()
                .ifPresent(hint -> text.append(indent)
                        .append(paint("34", " = "))
                        .append("help: ")
                        .append(visible(hint))
                        .append('\n'));
        return text.toString();
    }

    private void snippet(StringBuilder text, String indent, Location place, Span span, String colour) {
        String line = place.lineText();
        if (line.length() > LONGEST_LINE) {
            return;
        }
        int start = Math.min(place.indexInLine(), line.length());
        int end = Math.min(start + Math.max(1, span.end() - span.start()), Math.max(line.length(), start + 1));
        String bar = paint("34", " |");
        text.append(indent).append(bar).append('\n');
        text.append(paint("34", String.valueOf(place.line())))
                .append(bar)
                .append(' ')
                .append(visible(line));
        text.append('\n').append(indent).append(bar).append(' ');
        text.append(" ".repeat(line.codePointCount(0, start)));
        int width = end <= line.length() ? line.codePointCount(start, end) : 1;
        text.append(paint(colour, "^".repeat(Math.max(1, width)))).append('\n');
    }

    /** What would move the cursor, or hide the text, is a blank here: one column for each character. */
    private static String visible(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .map(c ->
                        Character.getType(c) == Character.CONTROL || Character.getType(c) == Character.FORMAT ? ' ' : c)
                .forEach(shown::appendCodePoint);
        return shown.toString();
    }

    private String paint(String colour, String text) {
        return style == Style.ANSI ? "\u001b[1;" + colour + "m" + text + "\u001b[0m" : text;
    }
}
