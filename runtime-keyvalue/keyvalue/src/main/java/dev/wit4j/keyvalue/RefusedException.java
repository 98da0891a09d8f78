package dev.wit4j.keyvalue;

/** Carries a {@link Refusal} to the adapter of the generation, which makes the declared error of it. */
final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Refusal refusal;

    RefusedException(Refusal refusal) {
        super(refusal.message(), null, false, false);
        this.refusal = refusal;
    }

    static RefusedException other(String message) {
        return new RefusedException(new Refusal.Other(message));
    }

    Refusal refusal() {
        return refusal;
    }
}
