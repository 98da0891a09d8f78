package dev.wit4j;

/** The error of a function whose result declares {@code f64} as its error. */
public final class F64Exception extends ErrorResultException {
    private static final long serialVersionUID = 1;

    private final double value;

    /** The error {@code value}. */
    public F64Exception(double value) {
        super("error: " + value);
        this.value = value;
    }

    @Override
    public Double error() {
        return value;
    }
}
