package dev.wit4j.parser.diagnostic;

/** How much a {@link Diagnostic} weighs. */
public enum Severity {
    /** The input is refused. */
    ERROR,
    /** The input is accepted, but something about it should change. */
    WARNING
}
