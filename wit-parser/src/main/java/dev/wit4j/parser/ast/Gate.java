package dev.wit4j.parser.ast;

import dev.wit4j.parser.model.Version;
import dev.wit4j.parser.source.Span;

/** One attribute of an item, {@code @name(...)}. */
public sealed interface Gate {
    /** The place of the attribute's name. */
    Span span();

    /** {@code @since(version = ...)}. */
    record Since(Version version, Span span) implements Gate {}

    /** {@code @unstable(feature = ...)}. */
    record Unstable(String feature, Span span) implements Gate {}

    /** {@code @deprecated(version = ...)}. */
    record Deprecated(Version version, Span span) implements Gate {}

    /** {@code @external-id("...")}. */
    record ExternalId(String id, Span span) implements Gate {}
}
