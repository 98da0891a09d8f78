package dev.wit4j.redis.model;

/** Something happened that the protocol promises will not. */
final class Violation extends RuntimeException {
    private static final long serialVersionUID = 1;

    Violation(String message) {
        super(message);
    }
}
