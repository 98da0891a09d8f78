package dev.wit4j.parser.model;

/** The place of a interface in the arena of its {@link Resolve}; meaningless in another one. */
public record InterfaceId(int index) {}
