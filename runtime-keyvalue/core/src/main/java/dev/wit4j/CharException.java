package dev.wit4j;

/** The error of a function whose result declares {@code char} as its error. */
public final class CharException extends ErrorResultException {
    private static final long serialVersionUID = 1;

    private final int value;

    /** The error {@code value}. A Unicode scalar value. */
    public CharException(int value) {
        super("error: " + Character.toString(value));
        this.value = value;
    }

    @Override
    public Integer error() {
        return value;
    }
}
