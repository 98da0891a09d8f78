package dev.wit4j.parser.model;

/** The place of a world in the arena of its {@link Resolve}; meaningless in another one. */
public record WorldId(int index) {}
