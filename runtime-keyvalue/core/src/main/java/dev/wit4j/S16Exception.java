package dev.wit4j;

/** The error of a function whose result declares {@code s16} as its error. */
public final class S16Exception extends ErrorResultException {
    private static final long serialVersionUID = 1;

    private final short value;

    /** The error {@code value}. */
    public S16Exception(short value) {
        super("error: " + value);
        this.value = value;
    }

    @Override
    public Short error() {
        return value;
    }
}
