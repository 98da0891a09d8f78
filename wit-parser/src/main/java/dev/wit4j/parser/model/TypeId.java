package dev.wit4j.parser.model;

/** The place of a {@link TypeDef} in the arena of its {@link Resolve}; meaningless in another one. */
public record TypeId(int index) implements Type {}
