package dev.wit4j.tool;

import java.util.Objects;

/** A command cannot do what it was asked for, and whose fault that is. The message is for people. */
final class CommandException extends Exception {
    private static final long serialVersionUID = 1;

    private final int exitCode;

    private CommandException(String message, int exitCode) {
        super(message);
        this.exitCode = exitCode;
    }

    /** What was to be read is wrong. */
    static CommandException input(String message) {
        return new CommandException(message, 1);
    }

    /** What was asked for is wrong: a file, world or the like that is not there. */
    static CommandException call(String message) {
        return new CommandException(message, 2);
    }

    int exitCode() {
        return exitCode;
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
