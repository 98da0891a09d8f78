package dev.wit4j.parser.binary;

import dev.wit4j.parser.draft.InterfaceDraft;
import dev.wit4j.parser.draft.ResolveDraft;
import dev.wit4j.parser.draft.WorldDraft;
import dev.wit4j.parser.model.InterfaceId;
import dev.wit4j.parser.model.TypeDefKind;
import dev.wit4j.parser.model.TypeId;
import dev.wit4j.parser.model.TypeOwner;
import dev.wit4j.parser.model.WorldItem;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Checks that a world imports what its items need, as worlds that a WIT tool has written do. */
final class WorldCompleteness {
    private final ResolveDraft draft;

    WorldCompleteness(ResolveDraft draft) {
        this.draft = draft;
    }

    void check(WorldDraft world) throws InvalidPackageException {
        Set<InterfaceId> present = new HashSet<>();
        for (WorldItem item : world.imports().values()) {
            check(world, item, present);
        }
        for (WorldItem item : world.exports().values()) {
            check(world, item, present);
        }
    }

    private void check(WorldDraft world, WorldItem item, Set<InterfaceId> present) throws InvalidPackageException {
        if (item instanceof WorldItem.Interface reference) {
            for (TypeId type : draft.iface(reference.id()).types().values()) {
                check(world, type, Optional.of(reference.id()), present);
            }
            present.add(reference.id());
        } else if (item instanceof WorldItem.Type type) {
            check(world, type.id(), Optional.empty(), present);
        }
    }

    private void check(WorldDraft world, TypeId type, Optional<InterfaceId> self, Set<InterfaceId> present)
            throws InvalidPackageException {
        Optional<InterfaceId> needed = used(type).filter(id -> !self.equals(Optional.of(id)) && !present.contains(id));
        if (needed.isPresent()) {
            InterfaceDraft iface = draft.iface(needed.get());
            throw new InvalidPackageException("world `" + world.name() + "` needs interface `"
                    + iface.name().orElse("without a name") + "`, which it does not import");
        }
    }

    private Optional<InterfaceId> used(TypeId type) {
        return draft.type(type).kind() instanceof TypeDefKind.Alias alias
                        && alias.type() instanceof TypeId target
                        && draft.type(target).owner() instanceof TypeOwner.Interface owner
                ? Optional.of(owner.id())
                : Optional.empty();
    }
}
