package dev.wit4j;

/** The error of a function whose result declares an error without a type: {@code result} or {@code result<T>}. */
public final class UnitException extends ErrorResultException {
    private static final long serialVersionUID = 1;

    /** The error that says nothing. */
    public UnitException() {
        super("error");
    }

    @Override
    public Unit error() {
        return Unit.VALUE;
    }
}
