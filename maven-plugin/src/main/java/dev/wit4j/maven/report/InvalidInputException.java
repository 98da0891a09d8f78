package dev.wit4j.maven.report;

/** What the user gave cannot be used; the message says what, where and what to do. */
public final class InvalidInputException extends Exception {
    private static final long serialVersionUID = 1L;

    /** An input that cannot be used. */
    public InvalidInputException(String message) {
        super(message);
    }
}
