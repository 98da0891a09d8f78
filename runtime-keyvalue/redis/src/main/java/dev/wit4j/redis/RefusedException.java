package dev.wit4j.redis;

/** A server answered with an error. What a script wrote before it, if it did, stays. */
final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    RefusedException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The first word of the error, the only part of it that means the same on every version. */
    String code() {
        String message = String.valueOf(getMessage());
        int end = message.indexOf(' ');
        return end < 0 ? message : message.substring(0, end);
    }

    /** A word of the error, counted from 0; empty if there are not so many. */
    String word(int index) {
        String[] words = String.valueOf(getMessage()).split(" ");
        return index < words.length ? words[index] : "";
    }
}
