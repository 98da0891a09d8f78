package dev.wit4j.redis;

import java.util.regex.Pattern;

/** A server answered with an error. What a script wrote before it, if it did, stays. */
final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What version 6.2 puts before the error of a command that a script called. */
    private static final Pattern IN_SCRIPT =
            Pattern.compile("^ERR Error running script \\(call to f_[0-9a-f]+\\): (@user_script: ?[0-9]+: )*-?");

    RefusedException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The first word of the error, the only part of it that means the same on every version. */
    String code() {
        return code(String.valueOf(getMessage()));
    }

    /** The first word of the error whose message this is. */
    static String code(String message) {
        return IN_SCRIPT.matcher(message).replaceFirst("").split(" ", 2)[0];
    }

    /** A word of the error, counted from 0; empty if there are not so many. */
    String word(int index) {
        String[] words = String.valueOf(getMessage()).split(" ");
        return index < words.length ? words[index] : "";
    }
}
