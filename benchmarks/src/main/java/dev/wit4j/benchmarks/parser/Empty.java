package dev.wit4j.benchmarks.parser;

/** A process that does nothing: what the JVM costs alone. */
public final class Empty {
    private Empty() {}

    public static void main(String[] arguments) {}
}
