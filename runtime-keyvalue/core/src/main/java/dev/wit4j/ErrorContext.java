package dev.wit4j;

import java.util.Objects;

/**
 * A WIT {@code error-context}: why something failed, for people.
 *
 * @param debugMessage the message; programs must not depend on it
 */
public record ErrorContext(String debugMessage) {
    public ErrorContext {
        Objects.requireNonNull(debugMessage, "debugMessage");
    }
}
