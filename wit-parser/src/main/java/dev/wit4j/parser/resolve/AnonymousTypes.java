package dev.wit4j.parser.resolve;

import dev.wit4j.parser.model.KindParts;
import dev.wit4j.parser.model.Stability;
import dev.wit4j.parser.model.Type;
import dev.wit4j.parser.model.TypeDef;
import dev.wit4j.parser.model.TypeDefKind;
import dev.wit4j.parser.model.TypeId;
import dev.wit4j.parser.model.TypeOwner;
import dev.wit4j.parser.resolve.UnresolvedPackage.TypeDraft;
import dev.wit4j.parser.source.Span;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The types of a package that have no name: one for each shape, made where the shape is met first. */
final class AnonymousTypes {
    private final UnresolvedPackage draft;
    private final Map<TypeDefKind, TypeId> byShape = new HashMap<>();

    AnonymousTypes(UnresolvedPackage draft) {
        this.draft = draft;
    }

    /** The type of that shape; {@code own<T>} is the same as {@code T}, and an alias what it stands for. */
    Type of(TypeDefKind kind, Stability stability, Span span) {
        if (kind instanceof TypeDefKind.Alias alias) {
            return alias.type();
        }
        if (kind instanceof TypeDefKind.Own own) {
            return own.resource();
        }
        TypeId known = byShape.get(kind);
        if (known == null) {
            known = draft.add(new TypeDraft.Local(new TypeDef(
                    Optional.empty(),
                    kind,
                    TypeOwner.NONE,
                    Optional.empty(),
                    inherited(kind, stability),
                    Optional.empty(),
                    span)));
            byShape.put(kind, known);
        }
        return known;
    }

    /** A shape without gates of its own has those of the first of its parts that has some. */
    private Stability inherited(TypeDefKind kind, Stability stability) {
        if (!(stability instanceof Stability.Unknown)) {
            return stability;
        }
        for (Type part : KindParts.of(kind)) {
            if (part instanceof TypeId id && !(draft.get(id).stability() instanceof Stability.Unknown)) {
                return draft.get(id).stability();
            }
        }
        return Stability.UNKNOWN;
    }
}
