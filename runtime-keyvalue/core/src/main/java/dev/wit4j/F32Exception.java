package dev.wit4j;

/** The error of a function whose result declares {@code f32} as its error. */
public final class F32Exception extends ErrorResultException {
    private static final long serialVersionUID = 1;

    private final float value;

    /** The error {@code value}. */
    public F32Exception(float value) {
        super("error: " + value);
        this.value = value;
    }

    @Override
    public Float error() {
        return value;
    }
}
