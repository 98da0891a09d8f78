package dev.wit4j.parser.ast;

import dev.wit4j.parser.model.PackageName;
import dev.wit4j.parser.model.Version;
import dev.wit4j.parser.source.Span;
import java.util.Optional;

/**
 * A package as a header or a path names it, {@code namespace:name@version}.
 *
 * @param namespace the part before the colon
 * @param name the part behind it
 * @param version the version, if one is written
 * @param span the place to point at: a header with its version, a path without
 */
public record PackagePath(Identifier namespace, Identifier name, Optional<Version> version, Span span) {
    /** The name that this path spells. */
    public PackageName packageName() {
        return new PackageName(namespace.name(), name.name(), version);
    }
}
