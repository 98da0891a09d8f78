package dev.wit4j;

/** The error of a function whose result declares {@code u8} as its error. */
public final class U8Exception extends ErrorResultException {
    private static final long serialVersionUID = 1;

    private final int value;

    /** The error {@code value}. */
    public U8Exception(int value) {
        super("error: " + value);
        this.value = value;
    }

    @Override
    public Integer error() {
        return value;
    }
}
