package dev.wit4j.parser.ast;

/** What may stand in a world. */
public sealed interface WorldMember permits UseDeclaration, TypeDeclaration, Include, Extern {}
