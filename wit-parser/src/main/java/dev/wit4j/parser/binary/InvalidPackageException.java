package dev.wit4j.parser.binary;

/** The input is no well-formed WIT package; the message says what is wrong and where, for people. */
public final class InvalidPackageException extends Exception {
    private static final long serialVersionUID = 1;

    InvalidPackageException(String message) {
        super(message);
    }
}
