package dev.wit4j.parser.ast;

/** A function in the braces of a resource. */
public sealed interface ResourceFunction {
    /** The function itself. */
    FunctionDeclaration declaration();

    /** {@code constructor(...)}. */
    record Constructor(FunctionDeclaration declaration) implements ResourceFunction {}

    /** {@code name: func(...)}, called on a handle. */
    record Method(FunctionDeclaration declaration) implements ResourceFunction {}

    /** {@code name: static func(...)}. */
    record Static(FunctionDeclaration declaration) implements ResourceFunction {}
}
