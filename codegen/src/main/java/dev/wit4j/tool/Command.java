package dev.wit4j.tool;

/** One of the things that the tool does. */
interface Command {
    /** How it is called. */
    Syntax syntax();

    /**
     * Does it; returns the exit code.
     *
     * @param arguments what it was called with, which fits its syntax
     */
    int run(Arguments arguments, Console console) throws CommandException;
}
