package dev.wit4j.parser.binary;

import dev.wit4j.parser.model.InterfaceId;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.model.TypeDef;
import dev.wit4j.parser.model.TypeDefKind;
import dev.wit4j.parser.model.TypeId;
import dev.wit4j.parser.model.TypeOwner;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which interfaces an interface uses types of. */
final class InterfaceUses {
    private InterfaceUses() {}

    /** The interfaces that {@code id} needs, directly or not, each behind its own needs, and at last {@code id}. */
    static Set<InterfaceId> withNeeds(Resolve resolve, InterfaceId id) {
        Set<InterfaceId> found = new LinkedHashSet<>();
        Deque<Visit> path = new ArrayDeque<>(List.of(new Visit(id, direct(resolve, id))));
        while (!path.isEmpty()) {
            Visit visit = path.element();
            if (found.contains(visit.id())) {
                path.pop();
            } else if (visit.rest().hasNext()) {
                InterfaceId next = visit.rest().next();
                path.push(new Visit(next, direct(resolve, next)));
            } else {
                found.add(visit.id());
            }
        }
        return found;
    }

    /** An interface on the way down, and what it needs beyond what was looked at. */
    private record Visit(InterfaceId id, Iterator<InterfaceId> rest) {}

    private static Iterator<InterfaceId> direct(Resolve resolve, InterfaceId id) {
        return resolve.iface(id).types().values().stream()
                .map(resolve::type)
                .flatMap(type -> type.kind() instanceof TypeDefKind.Alias alias && alias.type() instanceof TypeId target
                        ? owner(resolve.type(target)).stream()
                        : Stream.empty())
                .filter(other -> !other.equals(id))
                .iterator();
    }

    /** The interface that a type is defined in, if it is one. */
    static Optional<InterfaceId> owner(TypeDef type) {
        return type.owner() instanceof TypeOwner.Interface owner ? Optional.of(owner.id()) : Optional.empty();
    }
}
