package dev.wit4j.parser.model;

/**
 * A documentation comment, its markers removed.
 *
 * @param contents the text, lines separated by {@code \n}; empty if the comment is
 */
public record Docs(String contents) {}
