package dev.wit4j.parser.transform;

import dev.wit4j.parser.draft.ResolveDraft;
import dev.wit4j.parser.draft.WorldDraft;
import dev.wit4j.parser.model.InterfaceId;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.model.TypeDef;
import dev.wit4j.parser.model.TypeDefKind;
import dev.wit4j.parser.model.TypeId;
import dev.wit4j.parser.model.TypeOwner;
import dev.wit4j.parser.model.WorldId;
import dev.wit4j.parser.model.WorldItem;
import dev.wit4j.parser.model.WorldKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Gives each import and export of a world types of its own. In a resolved model an interface that is both imported and
 * exported is one interface, although its resources on the one side are not those on the other; after this pass each further
 * occurrence of an interface is a copy, marked as the clone of the original, and so is what uses types of a copy.
 */
public final class NominalTypeIds {
    private final ResolveDraft draft;
    private final Set<InterfaceId> taken = new HashSet<>();

    private NominalTypeIds(ResolveDraft draft) {
        this.draft = draft;
    }

    /** The model with types of their own for the imports and exports of {@code world}; existing ids stay. */
    public static Resolve apply(Resolve resolve, WorldId world) {
        ResolveDraft draft = new ResolveDraft(resolve);
        new NominalTypeIds(draft).world(world);
        return draft.freeze();
    }

    private void world(WorldId id) {
        WorldDraft world = draft.world(id);
        Map<InterfaceId, InterfaceId> replacements = new HashMap<>();
        separate(world.imports(), replacements, new TypeOwner.World(id));
        separate(world.exports(), replacements, new TypeOwner.World(id));
    }

    /** Replaces the items of one side; {@code replacements} is what stands for an interface so far, and grows. */
    private void separate(Map<WorldKey, WorldItem> side, Map<InterfaceId, InterfaceId> replacements, TypeOwner world) {
        Map<WorldKey, WorldItem> separated = new LinkedHashMap<>();
        side.forEach((key, item) -> {
            if (item instanceof WorldItem.Interface reference) {
                InterfaceId id = separate(reference.id(), replacements);
                if (key instanceof WorldKey.Interface) {
                    replacements.put(reference.id(), id);
                    separated.put(new WorldKey.Interface(id), with(reference, id));
                } else {
                    separated.put(key, with(reference, id));
                }
            } else {
                if (item instanceof WorldItem.Type type) {
                    redirect(type.id(), replacements, world);
                }
                separated.put(key, item);
            }
        });
        side.clear();
        side.putAll(separated);
    }

    private InterfaceId separate(InterfaceId id, Map<InterfaceId, InterfaceId> replacements) {
        boolean first = taken.add(id);
        boolean usesCopy = draft.iface(id).types().values().stream()
                .flatMap(type -> used(type).stream())
                .anyMatch(used -> !replacements.getOrDefault(used, used).equals(used));
        return first && !usesCopy ? id : InterfaceCloner.clone(draft, id, replacements);
    }

    private static WorldItem with(WorldItem.Interface item, InterfaceId id) {
        return new WorldItem.Interface(id, item.stability(), item.externalId(), item.docs(), item.span());
    }

    /** Lets a type that the world itself uses come from the copy. */
    private void redirect(TypeId id, Map<InterfaceId, InterfaceId> replacements, TypeOwner world) {
        TypeDef type = draft.type(id);
        Optional<InterfaceId> replacement = used(id).map(used -> replacements.getOrDefault(used, used))
                .filter(now -> !used(id).equals(Optional.of(now)));
        if (replacement.isPresent() && type.owner().equals(world)) {
            TypeId target = (TypeId) ((TypeDefKind.Alias) type.kind()).type();
            TypeId copy = Objects.requireNonNull(draft.iface(replacement.get())
                    .types()
                    .get(draft.type(target).name().orElseThrow()));
            draft.types().set(id.index(), type.withKind(new TypeDefKind.Alias(copy)));
        }
    }

    private Optional<InterfaceId> used(TypeId id) {
        return TypeDefs.usedFrom(draft, id);
    }
}
