package dev.wit4j.parser.model;

/** A use of a type: one of the primitive types, or a defined type by its id. */
public sealed interface Type permits PrimitiveType, TypeId {}
