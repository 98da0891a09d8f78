package dev.wit4j.parser.resolve;

import dev.wit4j.parser.diagnostic.Diagnostic;
import dev.wit4j.parser.diagnostic.Diagnostics;
import dev.wit4j.parser.model.InterfaceId;
import dev.wit4j.parser.model.TypeId;
import dev.wit4j.parser.model.WorldId;
import dev.wit4j.parser.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the things of a draft went in the whole model. */
final class IdMap {
    private final List<Target<TypeId>> types = new ArrayList<>();
    private final List<Target<InterfaceId>> interfaces = new ArrayList<>();
    private final List<Target<WorldId>> worlds = new ArrayList<>();
    private final Diagnostics diagnostics;

    IdMap(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** Where one thing went. */
    sealed interface Target<I> {
        /** It is there. */
        record Present<I>(I id) implements Target<I> {}

        /** A gate keeps it out. */
        record Excluded<I>() implements Target<I> {}

        /** Something is wrong with it, and has been reported. */
        record Broken<I>() implements Target<I> {}

        default Optional<I> found() {
            return this instanceof Present<I> present ? Optional.of(present.id()) : Optional.empty();
        }
    }

    void addType(Target<TypeId> target) {
        types.add(target);
    }

    void addInterface(Target<InterfaceId> target) {
        interfaces.add(target);
    }

    void addWorld(Target<WorldId> target) {
        worlds.add(target);
    }

    List<Target<TypeId>> types() {
        return types;
    }

    List<Target<InterfaceId>> interfaces() {
        return interfaces;
    }

    List<Target<WorldId>> worlds() {
        return worlds;
    }

    /** The type; a reference to one that is excluded is reported at {@code span}. */
    TypeId type(TypeId draft, Span span) {
        return present(types.get(draft.index()), "a type", "", span);
    }

    InterfaceId anInterface(InterfaceId draft, Span span) {
        return present(interfaces.get(draft.index()), "an interface", "", span);
    }

    WorldId world(WorldId draft, Span span) {
        return present(worlds.get(draft.index()), "a world", "", span);
    }

    InterfaceId ownerInterface(InterfaceId draft, Span span) {
        return present(
                interfaces.get(draft.index()), "an interface", "; the type has no gate, but its interface has", span);
    }

    WorldId ownerWorld(WorldId draft, Span span) {
        return present(worlds.get(draft.index()), "a world", "; the type has no gate, but its world has", span);
    }

    private <I> I present(Target<I> target, String what, String reason, Span span) {
        if (target instanceof Target.Present<I> present) {
            return present.id();
        }
        if (target instanceof Target.Excluded<I>) {
            diagnostics.report(Diagnostic.error(
                            "excluded-reference",
                            span,
                            "this refers to " + what + " left out because its feature is not selected" + reason)
                    .withHint("select the feature, or put the same gate on the item that refers to it"));
        }
        throw new LinkFailure();
    }
}
