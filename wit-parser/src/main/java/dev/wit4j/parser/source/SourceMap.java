package dev.wit4j.parser.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All texts of one run laid end to end, so that a {@link Span} needs no file. Immutable.
 *
 * <p>Behind each text one more position belongs to it: that is where the end of the file is.
 */
public final class SourceMap {
    private final List<Source> sources;

    private SourceMap(List<Source> sources) {
        this.sources = List.copyOf(sources);
    }

    /** The texts, in the order of their offsets. */
    public List<Source> sources() {
        return sources;
    }

    /** Where {@code span} begins; empty if the span is not known or not of this map. */
    public Optional<Location> locate(Span span) {
        return sourceOf(span).map(source -> source.locate(span.start() - source.offset()));
    }

    /** The text that {@code span} begins in; empty if the span is not known or not of this map. */
    public Optional<Source> sourceOf(Span span) {
        if (!span.isKnown()) {
            return Optional.empty();
        }
        int low = 0;
        int high = sources.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Source source = sources.get(middle);
            if (span.start() < source.offset()) {
                high = middle - 1;
            } else if (span.start() > source.offset() + source.text().length()) {
                low = middle + 1;
            } else {
                return Optional.of(source);
            }
        }
        return Optional.empty();
    }

    /** Collects texts. Not safe for use by several threads. */
    public static final class Builder {
        private final List<Source> sources = new ArrayList<>();
        private int length;

        /**
         * Lays a text behind those that are there.
         *
         * @param path the name of the text in messages
         * @throws ArithmeticException if all texts together have more than 2^31 - 1 characters
         */
        public Source add(String path, String text) {
            Source source = new Source(path, text, length);
            length = Math.addExact(length, text.length() + 1);
            sources.add(source);
            return source;
        }

        /** What was added so far. */
        public SourceMap build() {
            return new SourceMap(sources);
        }
    }

    /**
     * One text.
     *
     * @param path its name in messages, usually that of its file
     * @param text its characters
     * @param offset where it begins in the map
     */
    public record Source(String path, String text, int offset) {
        /** The span of the characters from {@code start} to before {@code end} of this text. */
        public Span span(int start, int end) {
            return new Span(offset + start, offset + end);
        }

        Location locate(int index) {
            int line = 1;
            int lineStart = 0;
            for (int next = text.indexOf('\n'); next >= 0 && next < index; next = text.indexOf('\n', lineStart)) {
                line++;
                lineStart = next + 1;
            }
            int lineEnd = text.indexOf('\n', lineStart);
            String lineText = text.substring(lineStart, lineEnd < 0 ? text.length() : lineEnd);
            int column = text.substring(lineStart, index).getBytes(StandardCharsets.UTF_8).length + 1;
            return new Location(
                    path,
                    line,
                    column,
                    lineText.endsWith("\r") ? lineText.substring(0, lineText.length() - 1) : lineText,
                    index - lineStart);
        }
    }

    /**
     * A place as a person reads it.
     *
     * @param path the name of the text
     * @param line the line, from 1
     * @param column the column, from 1, counted in bytes of UTF-8
     * @param lineText the line, without its end
     * @param indexInLine where in {@code lineText} the place is, from 0
     */
    public record Location(String path, int line, int column, String lineText, int indexInLine) {
        @Override
        public String toString() {
            return path + ":" + line + ":" + column;
        }
    }
}
