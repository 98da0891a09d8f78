package dev.wit4j;

/** The error of a function whose result declares {@code u16} as its error. */
public final class U16Exception extends ErrorResultException {
    private static final long serialVersionUID = 1;

    private final int value;

    /** The error {@code value}. */
    public U16Exception(int value) {
        super("error: " + value);
        this.value = value;
    }

    @Override
    public Integer error() {
        return value;
    }
}
