package dev.wit4j.parser.model;

import dev.wit4j.parser.source.Span;
import java.util.Optional;

/**
 * The definition of a type: a named one, or the shape of an anonymous one.
 *
 * @param name its name, unless it is anonymous
 * @param kind what it is
 * @param owner the interface or world that defines it
 * @param docs its documentation
 * @param stability its gates
 * @param externalId the {@code @external-id} of it, if it has one
 * @param span the place of the name, or of the type expression if it is anonymous
 */
public record TypeDef(
        Optional<String> name,
        TypeDefKind kind,
        TypeOwner owner,
        Optional<Docs> docs,
        Stability stability,
        Optional<String> externalId,
        Span span) {
    /** The same definition of another kind. */
    public TypeDef withKind(TypeDefKind other) {
        return new TypeDef(name, other, owner, docs, stability, externalId, span);
    }

    /** The same definition in another interface or world. */
    public TypeDef withOwner(TypeOwner other) {
        return new TypeDef(name, kind, other, docs, stability, externalId, span);
    }
}
