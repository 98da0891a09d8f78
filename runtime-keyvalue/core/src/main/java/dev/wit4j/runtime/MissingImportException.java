package dev.wit4j.runtime;

/** A component cannot be put together: an import has no implementation. */
public final class MissingImportException extends RuntimeException {
    private static final long serialVersionUID = 1;

    MissingImportException(String message) {
        super(message);
    }
}
