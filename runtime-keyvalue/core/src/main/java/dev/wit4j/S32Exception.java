package dev.wit4j;

/** The error of a function whose result declares {@code s32} as its error. */
public final class S32Exception extends ErrorResultException {
    private static final long serialVersionUID = 1;

    private final int value;

    /** The error {@code value}. */
    public S32Exception(int value) {
        super("error: " + value);
        this.value = value;
    }

    @Override
    public Integer error() {
        return value;
    }
}
