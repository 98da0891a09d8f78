package dev.wit4j;

import java.util.Objects;

/** The error of a function whose result declares {@code list<u8>} as its error. */
public final class BytesException extends ErrorResultException {
    private static final long serialVersionUID = 1;

    private final transient Bytes value;

    /** The error {@code value}. */
    public BytesException(Bytes value) {
        super("error: " + value);
        this.value = Objects.requireNonNull(value, "value");
    }

    @Override
    public Bytes error() {
        return value;
    }
}
