package dev.wit4j;

/** The error of a function whose result declares {@code s64} as its error. */
public final class S64Exception extends ErrorResultException {
    private static final long serialVersionUID = 1;

    private final long value;

    /** The error {@code value}. */
    public S64Exception(long value) {
        super("error: " + value);
        this.value = value;
    }

    @Override
    public Long error() {
        return value;
    }
}
