package dev.wit4j.parser.resolve;

import dev.wit4j.parser.model.KindParts;
import dev.wit4j.parser.model.Type;
import dev.wit4j.parser.model.TypeDefKind;
import dev.wit4j.parser.model.TypeId;
import java.util.BitSet;

/**
 * What has to be known about the types of a model again and again. Types come behind their parts, so each fact follows from
 * those of the parts, and chains of types of any length cost one step each.
 */
final class TypeFacts {
    private final BitSet resources = new BitSet();
    private final BitSet borrows = new BitSet();

    void add(TypeId id, TypeDefKind kind) {
        boolean alias = kind instanceof TypeDefKind.Alias known
                && known.type() instanceof TypeId target
                && resources.get(target.index());
        resources.set(id.index(), alias || kind instanceof TypeDefKind.Resource);
        boolean owned = kind instanceof TypeDefKind.Own;
        boolean borrowed = kind instanceof TypeDefKind.Borrow;
        borrows.set(id.index(), borrowed || !owned && partHoldsBorrow(kind));
    }

    boolean isResource(TypeId id) {
        return resources.get(id.index());
    }

    boolean holdsBorrow(TypeId id) {
        return borrows.get(id.index());
    }

    private boolean partHoldsBorrow(TypeDefKind kind) {
        for (Type part : KindParts.of(kind)) {
            if (part instanceof TypeId id && holdsBorrow(id)) {
                return true;
            }
        }
        return false;
    }
}
