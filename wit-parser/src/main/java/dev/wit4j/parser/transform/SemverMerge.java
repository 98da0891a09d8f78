package dev.wit4j.parser.transform;

import dev.wit4j.parser.draft.ResolveDraft;
import dev.wit4j.parser.draft.WorldDraft;
import dev.wit4j.parser.model.InterfaceId;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.model.TypeDef;
import dev.wit4j.parser.model.TypeDefKind;
import dev.wit4j.parser.model.TypeId;
import dev.wit4j.parser.model.Version;
import dev.wit4j.parser.model.WorldId;
import dev.wit4j.parser.model.WorldItem;
import dev.wit4j.parser.model.WorldKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/** Leaves of several compatible versions of an interface that a world imports only the highest. */
public final class SemverMerge {
    private SemverMerge() {}

    /**
     * Replaces the lower versions among the imports of {@code world}, also where other items use their types. Exports stay.
     *
     * @throws TransformException if a higher version contradicts a lower one, or lacks a type that is used
     */
    public static Resolve apply(Resolve resolve, WorldId world) throws TransformException {
        Map<InterfaceId, InterfaceId> replacements = replacements(resolve, world);
        for (Map.Entry<InterfaceId, InterfaceId> entry : replacements.entrySet()) {
            checkReplaces(resolve, entry.getKey(), entry.getValue());
        }
        ResolveDraft draft = new ResolveDraft(resolve);
        WorldDraft changed = draft.world(world);
        changed.imports()
                .values()
                .removeIf(item -> item instanceof WorldItem.Interface iface && replacements.containsKey(iface.id()));
        redirect(draft, changed.imports().values(), replacements);
        redirect(draft, changed.exports().values(), replacements);
        // Interfaces have changed, so the other worlds may need others now.
        List<WorldId> all =
                IntStream.range(0, draft.worlds().size()).mapToObj(WorldId::new).toList();
        return Elaboration.of(draft, all);
    }

    /** Each import that has a higher compatible version beside it, with that one. */
    private static Map<InterfaceId, InterfaceId> replacements(Resolve resolve, WorldId world) {
        Map<SemverTrack, InterfaceId> highest = new HashMap<>();
        Map<InterfaceId, SemverTrack> tracks = new LinkedHashMap<>();
        for (WorldKey key : resolve.world(world).imports().keySet()) {
            if (key instanceof WorldKey.Interface iface) {
                SemverTrack.of(resolve, iface.id()).ifPresent(track -> {
                    tracks.put(iface.id(), track);
                    highest.merge(
                            track,
                            iface.id(),
                            (a, b) -> version(resolve, b).compareTo(version(resolve, a)) > 0 ? b : a);
                });
            }
        }
        Map<InterfaceId, InterfaceId> replacements = new LinkedHashMap<>();
        tracks.forEach((id, track) -> {
            InterfaceId best = Objects.requireNonNull(highest.get(track));
            if (!best.equals(id)) {
                replacements.put(id, best);
            }
        });
        return replacements;
    }

    private static Version version(Resolve resolve, InterfaceId id) {
        return resolve.pkg(resolve.iface(id).packageId()).name().version().orElseThrow();
    }

    private static void checkReplaces(Resolve resolve, InterfaceId lower, InterfaceId higher)
            throws TransformException {
        Optional<String> difference = new InterfaceAgreement(resolve, resolve).difference(lower, higher);
        if (difference.isPresent()) {
            throw new TransformException(
                    resolve.idOf(higher).orElseThrow() + " cannot take the place of "
                            + resolve.idOf(lower).orElseThrow() + ", although its version says so: "
                            + difference.get(),
                    resolve.iface(higher).span());
        }
    }

    private static void redirect(
            ResolveDraft draft, Collection<WorldItem> items, Map<InterfaceId, InterfaceId> replacements)
            throws TransformException {
        for (WorldItem item : items) {
            if (item instanceof WorldItem.Interface iface) {
                for (TypeId type : draft.iface(iface.id()).types().values()) {
                    redirect(draft, type, replacements);
                }
            } else if (item instanceof WorldItem.Type type) {
                redirect(draft, type.id(), replacements);
            }
        }
    }

    private static void redirect(ResolveDraft draft, TypeId id, Map<InterfaceId, InterfaceId> replacements)
            throws TransformException {
        InterfaceId replacement =
                TypeDefs.usedFrom(draft, id).map(replacements::get).orElse(null);
        if (replacement == null) {
            return;
        }
        TypeDef type = draft.type(id);
        TypeId target = (TypeId) ((TypeDefKind.Alias) type.kind()).type();
        String name = draft.type(target).name().orElseThrow();
        TypeId now = draft.iface(replacement).types().get(name);
        if (now == null) {
            throw new TransformException(
                    "the higher version of an interface lacks the type `" + name + "`, which is in use", type.span());
        }
        draft.types().set(id.index(), type.withKind(new TypeDefKind.Alias(now)));
    }
}
