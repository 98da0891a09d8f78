package dev.wit4j.parser.ast;

import dev.wit4j.parser.model.Docs;
import dev.wit4j.parser.source.Span;

/**
 * The comments right before an item.
 *
 * @param docs their text, markers removed
 * @param span from the first to the last of them
 */
public record DocComment(Docs docs, Span span) {}
