package dev.wit4j.parser.model;

/** The place of a package in the arena of its {@link Resolve}; meaningless in another one. */
public record PackageId(int index) {}
