package dev.wit4j;

import java.util.Objects;

/** The error of a function whose result declares {@code error-context} as its error. */
public final class ErrorContextException extends ErrorResultException {
    private static final long serialVersionUID = 1;

    private final transient ErrorContext value;

    /** The error {@code value}. */
    public ErrorContextException(ErrorContext value) {
        super("error: " + value.debugMessage());
        this.value = Objects.requireNonNull(value, "value");
    }

    @Override
    public ErrorContext error() {
        return value;
    }
}
