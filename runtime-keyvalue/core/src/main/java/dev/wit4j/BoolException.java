package dev.wit4j;

/** The error of a function whose result declares {@code bool} as its error. */
public final class BoolException extends ErrorResultException {
    private static final long serialVersionUID = 1;

    private final boolean value;

    /** The error {@code value}. */
    public BoolException(boolean value) {
        super("error: " + value);
        this.value = value;
    }

    @Override
    public Boolean error() {
        return value;
    }
}
