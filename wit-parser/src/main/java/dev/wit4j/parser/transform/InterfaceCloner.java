package dev.wit4j.parser.transform;

import dev.wit4j.parser.draft.InterfaceDraft;
import dev.wit4j.parser.draft.ResolveDraft;
import dev.wit4j.parser.model.InterfaceId;
import dev.wit4j.parser.model.KindMapper;
import dev.wit4j.parser.model.Type;
import dev.wit4j.parser.model.TypeDef;
import dev.wit4j.parser.model.TypeDefKind;
import dev.wit4j.parser.model.TypeId;
import dev.wit4j.parser.model.TypeOwner;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Copies an interface with its types, so that the copy's types are others than the original's. */
final class InterfaceCloner {
    private final ResolveDraft draft;
    private final InterfaceId original;
    private final InterfaceId copy;
    private final Map<InterfaceId, InterfaceId> replacements;
    private final Map<TypeId, TypeId> copies = new HashMap<>();

    private InterfaceCloner(
            ResolveDraft draft, InterfaceId original, InterfaceId copy, Map<InterfaceId, InterfaceId> replacements) {
        this.draft = draft;
        this.original = original;
        this.copy = copy;
        this.replacements = replacements;
    }

    /**
     * Copies {@code original}.
     *
     * @param replacements what to use types from instead of the interfaces that the original uses types from
     */
    static InterfaceId clone(ResolveDraft draft, InterfaceId original, Map<InterfaceId, InterfaceId> replacements) {
        InterfaceDraft copy = draft.iface(original).copy();
        InterfaceId id = draft.add(copy);
        copy.setCloneOf(original);
        InterfaceCloner cloner = new InterfaceCloner(draft, original, id, replacements);
        copy.types().replaceAll((name, type) -> cloner.type(type));
        copy.functions().replaceAll((name, function) -> function.withTypes(cloner::type));
        return id;
    }

    private TypeId type(TypeId id) {
        TypeId known = copies.get(id);
        if (known != null) {
            return known;
        }
        TypeDef type = draft.type(id);
        TypeDefKind kind = type.kind().accept(new Parts());
        TypeOwner owner = type.owner().equals(TypeOwner.NONE) ? TypeOwner.NONE : new TypeOwner.Interface(copy);
        TypeId added = draft.add(type.withKind(kind).withOwner(owner));
        copies.put(id, added);
        return added;
    }

    private final class Parts extends KindMapper {
        @Override
        protected Type part(Type type) {
            return type instanceof TypeId id ? type(id) : type;
        }

        @Override
        protected TypeId resource(TypeId resource) {
            return type(resource);
        }

        @Override
        protected Type aliased(Type type) {
            if (!(type instanceof TypeId id)) {
                return type;
            }
            TypeDef target = draft.type(id);
            if (!(target.owner() instanceof TypeOwner.Interface owner)
                    || owner.id().equals(original)) {
                return type(id);
            }
            InterfaceId replacement = replacements.get(owner.id());
            if (replacement == null) {
                return type;
            }
            return Objects.requireNonNull(
                    draft.iface(replacement).types().get(target.name().orElseThrow()));
        }
    }
}
