package dev.wit4j.parser.ast;

import dev.wit4j.parser.model.Docs;
import dev.wit4j.parser.source.Span;
import java.util.Optional;

/**
 * The comments right before an item.
 *
 * @param docs their text, markers removed
 * @param span from the first to the last of them
 */
public record DocComment(Docs docs, Span span) {
    /** The text of a comment, if there is one. */
    public static Optional<Docs> textOf(Optional<DocComment> comment) {
        return comment.isPresent() ? Optional.of(comment.get().docs()) : Optional.empty();
    }
}
