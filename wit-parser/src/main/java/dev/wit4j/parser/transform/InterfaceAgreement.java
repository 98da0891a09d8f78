package dev.wit4j.parser.transform;

import dev.wit4j.parser.model.Function;
import dev.wit4j.parser.model.Interface;
import dev.wit4j.parser.model.InterfaceId;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.model.TypeId;
import java.util.Map;
import java.util.Optional;

/** Whether two interfaces say the same about what both of them have. */
final class InterfaceAgreement {
    private final Resolve left;
    private final Resolve right;
    private final TypeComparison types;

    InterfaceAgreement(Resolve left, Resolve right) {
        this.left = left;
        this.right = right;
        this.types = new TypeComparison(left, right);
    }

    /** The first thing that is another in {@code b} than it is in {@code a}; empty if nothing is. */
    Optional<String> difference(InterfaceId a, InterfaceId b) {
        Interface before = left.iface(a);
        Interface now = right.iface(b);
        for (Map.Entry<String, TypeId> entry : before.types().entrySet()) {
            Optional<String> difference = Optional.ofNullable(now.types().get(entry.getKey()))
                    .flatMap(type -> types.difference(entry.getValue(), type));
            if (difference.isPresent()) {
                return difference.map(what -> "type `" + entry.getKey() + "` " + what);
            }
        }
        for (Map.Entry<String, Function> entry : before.functions().entrySet()) {
            Optional<String> difference = Optional.ofNullable(now.functions().get(entry.getKey()))
                    .flatMap(function -> types.difference(entry.getValue(), function));
            if (difference.isPresent()) {
                return difference.map(what -> "function `" + entry.getKey() + "` " + what);
            }
        }
        return Optional.empty();
    }
}
