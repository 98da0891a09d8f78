package dev.wit4j.redis;

/** No server answered. */
final class NoReplyException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean sent;

    /**
     * No reply to a request.
     *
     * @param sent whether the request may have reached the server, now or later
     */
    NoReplyException(boolean sent, Throwable cause) {
        super(cause.getMessage(), cause);
        this.sent = sent;
    }

    boolean sent() {
        return sent;
    }
}
