package dev.wit4j;

/**
 * The error that a function declares in its WIT {@code result}. One final class per error type overrides {@link #error()} with
 * the type itself. Unchecked: an error that nobody handles is a trap, unless the export that it leaves declares the same error.
 */
public abstract class ErrorResultException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * An exception for a declared error.
     *
     * @param message the WIT name of the error type and, for plain values, the value as text
     */
    protected ErrorResultException(String message) {
        super(message);
    }

    /** The declared error, as a value of the function's error type; never {@code null}. */
    public abstract Object error();
}
