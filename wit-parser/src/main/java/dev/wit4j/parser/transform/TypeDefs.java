package dev.wit4j.parser.transform;

import dev.wit4j.parser.draft.ResolveDraft;
import dev.wit4j.parser.model.InterfaceId;
import dev.wit4j.parser.model.TypeDef;
import dev.wit4j.parser.model.TypeDefKind;
import dev.wit4j.parser.model.TypeId;
import dev.wit4j.parser.model.TypeOwner;
import java.util.Optional;

/** What the passes ask of single types. */
final class TypeDefs {
    private TypeDefs() {}

    /** The interface that a type was brought in from by {@code use}, if it was. */
    static Optional<InterfaceId> usedFrom(ResolveDraft draft, TypeId id) {
        TypeDef type = draft.type(id);
        if (type.kind() instanceof TypeDefKind.Alias alias
                && alias.type() instanceof TypeId target
                && draft.type(target).owner() instanceof TypeOwner.Interface owner
                && !owner.equals(type.owner())) {
            return Optional.of(owner.id());
        }
        return Optional.empty();
    }
}
