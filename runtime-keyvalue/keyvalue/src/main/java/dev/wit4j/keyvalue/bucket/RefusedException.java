package dev.wit4j.keyvalue.bucket;

/** Carries a {@link Refusal} to the adapter of the generation, which makes the declared error of it. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Refusal refusal;

    /** An exception without a stack trace: it never leaves the host. */
    public RefusedException(Refusal refusal) {
        super(refusal.message(), null, false, false);
        this.refusal = refusal;
    }

    /** A refusal that is no more than its message. */
    static RefusedException other(String message) {
        return new RefusedException(new Refusal.Other(message));
    }

    /** Why. */
    public Refusal refusal() {
        return refusal;
    }
}
