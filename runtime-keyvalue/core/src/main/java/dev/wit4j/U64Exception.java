package dev.wit4j;

/** The error of a function whose result declares {@code u64} as its error. */
public final class U64Exception extends ErrorResultException {
    private static final long serialVersionUID = 1;

    private final long value;

    /** The error {@code value}. All 64 bits, unsigned. */
    public U64Exception(@Unsigned long value) {
        super("error: " + Long.toUnsignedString(value));
        this.value = value;
    }

    @Override
    public @Unsigned Long error() {
        return value;
    }
}
