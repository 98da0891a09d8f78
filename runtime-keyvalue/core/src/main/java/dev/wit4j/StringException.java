package dev.wit4j;

import java.util.Objects;

/** The error of a function whose result declares {@code string} as its error. */
public final class StringException extends ErrorResultException {
    private static final long serialVersionUID = 1;

    private final String value;

    /** The error {@code value}. */
    public StringException(String value) {
        super("error: " + value);
        this.value = Objects.requireNonNull(value, "value");
    }

    @Override
    public String error() {
        return value;
    }
}
