package dev.wit4j.value;

/** What was to be read is not a value of the type, or not in canonical form. The message says where and why. */
public final class ValueException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** An exception with its reason. */
    public ValueException(String message) {
        super(message);
    }
}
