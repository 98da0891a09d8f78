package dev.wit4j.parser.binary;

import dev.wit4j.parser.model.InterfaceId;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.model.TypeDef;
import dev.wit4j.parser.model.TypeDefKind;
import dev.wit4j.parser.model.TypeId;
import dev.wit4j.parser.model.TypeOwner;
import java.util.Optional;
import java.util.Set;

/** Which interfaces an interface uses types of. */
final class InterfaceUses {
    private InterfaceUses() {}

    /** Adds the interfaces that {@code id} needs, directly or not, each behind its own needs, and then {@code id}. */
    static void collect(Resolve resolve, InterfaceId id, Set<InterfaceId> found) {
        if (found.contains(id)) {
            return;
        }
        for (TypeId type : resolve.iface(id).types().values()) {
            if (resolve.type(type).kind() instanceof TypeDefKind.Alias alias && alias.type() instanceof TypeId target) {
                owner(resolve.type(target))
                        .filter(other -> !other.equals(id))
                        .ifPresent(other -> collect(resolve, other, found));
            }
        }
        found.add(id);
    }

    /** The interface that a type is defined in, if it is one. */
    static Optional<InterfaceId> owner(TypeDef type) {
        return type.owner() instanceof TypeOwner.Interface owner ? Optional.of(owner.id()) : Optional.empty();
    }
}
