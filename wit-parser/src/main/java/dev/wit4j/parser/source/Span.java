package dev.wit4j.parser.source;

/**
 * A range of characters in a {@link SourceMap}: offsets count UTF-16 code units over all sources laid end to end.
 *
 * @param start offset of the first character
 * @param end offset behind the last character, at least {@code start}
 */
public record Span(int start, int end) {
    /** The span of what has no text: a model decoded from a binary, or made by a transformation. */
    public static final Span NONE = new Span(-1, -1);

    public Span {
        if (end < start || start < -1) {
            throw new IllegalArgumentException("not a span: " + start + ".." + end);
        }
    }

    /** Whether this span points at text. */
    public boolean isKnown() {
        return start >= 0;
    }

    /** The smallest span that covers this one and {@code other}; both must be known. */
    public Span to(Span other) {
        return new Span(Math.min(start, other.start), Math.max(end, other.end));
    }
}
