package dev.wit4j.parser.model;

import dev.wit4j.parser.source.Span;
import java.util.Optional;

/** What a world imports or exports. */
public sealed interface WorldItem {
    /** The gates of the import or export. */
    Stability stability(Resolve resolve);

    /**
     * An interface.
     *
     * @param id which
     * @param stability the gates on the import or export
     * @param externalId its {@code @external-id}, if it has one
     * @param docs the documentation of the import or export
     * @param span the place of the import or export
     */
    record Interface(InterfaceId id, Stability stability, Optional<String> externalId, Optional<Docs> docs, Span span)
            implements WorldItem {
        @Override
        public Stability stability(Resolve resolve) {
            return stability;
        }
    }

    /** A function of the world itself. */
    record Function(dev.wit4j.parser.model.Function function) implements WorldItem {
        @Override
        public Stability stability(Resolve resolve) {
            return function.stability();
        }
    }

    /**
     * A type of the world itself, always among its imports.
     *
     * @param id which
     * @param span the place of its name
     */
    record Type(TypeId id, Span span) implements WorldItem {
        @Override
        public Stability stability(Resolve resolve) {
            return resolve.type(id).stability();
        }
    }
}
