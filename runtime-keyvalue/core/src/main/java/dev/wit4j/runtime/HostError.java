package dev.wit4j.runtime;

import dev.wit4j.ErrorResultException;

/**
 * What a declared error says in the words of the host: the cause of the exception that the guest gets, which in place of a
 * resource has no more than a handle. For people alone; without a stack trace.
 */
final class HostError extends RuntimeException {
    private static final long serialVersionUID = 1;

    private HostError(String text) {
        super(text, null, false, false);
    }

    /** Tells {@code carried}, as the guest gets it, what the host's own error says. */
    static ErrorResultException explain(ErrorResultException carried, ErrorResultException own) {
        if (carried != own && carried.getCause() == null) {
            carried.initCause(new HostError(String.valueOf(own.error())));
        }
        return carried;
    }
}
