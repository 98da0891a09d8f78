package dev.wit4j.parser.resolve;

/** One item cannot be linked; the reason is reported. Caught where the next item begins. */
final class LinkFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LinkFailure() {
        super("reported", null, false, false);
    }
}
