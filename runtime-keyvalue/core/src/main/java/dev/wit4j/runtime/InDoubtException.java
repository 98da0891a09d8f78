package dev.wit4j.runtime;

/**
 * What a guest gets from a call that must not be made twice, when the worker was interrupted while it was made: nobody knows
 * whether it was. It is reported once, at the place of the call, and again only where that place is replayed.
 */
public final class InDoubtException extends RuntimeException {
    private static final long serialVersionUID = 1;

    InDoubtException(String function) {
        super("the worker was interrupted during the call of " + function
                + ", which must not be made twice: it is not known whether it was made");
    }
}
