package dev.wit4j.benchmarks;

/** Something that one thread does over and over. */
@FunctionalInterface
public interface Work {
    /** Does it once; {@code round} counts from 0. */
    void once(int round);
}
