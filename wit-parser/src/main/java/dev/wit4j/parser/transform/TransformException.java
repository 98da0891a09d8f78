package dev.wit4j.parser.transform;

import dev.wit4j.parser.source.Span;
import java.util.Objects;

/** A model cannot be transformed as asked; the message says why, for people. */
public final class TransformException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Span span;

    TransformException(String message, Span span) {
        super(message);
        this.span = span;
    }

    TransformException(String message) {
        this(message, Span.NONE);
    }

    /** The place in the source that this is about, or {@link Span#NONE}. */
    public Span span() {
        return span;
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
