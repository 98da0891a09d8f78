package dev.wit4j;

/** The error of a function whose result declares {@code s8} as its error. */
public final class S8Exception extends ErrorResultException {
    private static final long serialVersionUID = 1;

    private final byte value;

    /** The error {@code value}. */
    public S8Exception(byte value) {
        super("error: " + value);
        this.value = value;
    }

    @Override
    public Byte error() {
        return value;
    }
}
