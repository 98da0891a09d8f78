package dev.wit4j.parser.ast;

/** What may stand in an interface. */
public sealed interface InterfaceMember permits UseDeclaration, TypeDeclaration, FunctionDeclaration {}
