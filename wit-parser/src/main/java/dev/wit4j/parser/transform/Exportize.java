package dev.wit4j.parser.transform;

import dev.wit4j.parser.draft.ResolveDraft;
import dev.wit4j.parser.draft.WorldDraft;
import dev.wit4j.parser.model.InterfaceId;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.model.WorldId;
import dev.wit4j.parser.model.WorldItem;
import dev.wit4j.parser.model.WorldKey;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns a world into the world of somebody who provides what it imports. */
public final class Exportize {
    private static final String SUFFIX = "-exportized";

    private Exportize() {}

    /**
     * Replaces {@code world}: its imports become exports, its own exports are dropped. Types stay where they are.
     *
     * @param only the imports to turn, each by its name in the world, the name of its interface, or the full name of that,
     *     with or without version; empty to turn all. Those not turned stay imports
     * @param name the new name of the world; without it, its name with {@code -exportized} behind it
     */
    public static Resolve apply(Resolve resolve, WorldId world, List<String> only, Optional<String> name)
            throws TransformException {
        ResolveDraft draft = new ResolveDraft(resolve);
        WorldDraft changed = draft.world(world);
        WorldRenaming.apply(draft, world, name.orElse(changed.name() + SUFFIX));
        Map<WorldKey, WorldItem> turned = new LinkedHashMap<>();
        Set<String> unseen = new LinkedHashSet<>(only);
        changed.imports().forEach((key, item) -> {
            Set<String> names = names(resolve, key);
            boolean chosen = only.isEmpty() || names.stream().anyMatch(only::contains);
            unseen.removeAll(names);
            if (chosen && !(item instanceof WorldItem.Type)) {
                turned.put(key, item);
            }
        });
        if (!unseen.isEmpty()) {
            throw new TransformException(
                    "the world imports no `" + unseen.iterator().next() + "`",
                    resolve.world(world).span());
        }
        changed.imports().keySet().removeAll(turned.keySet());
        changed.exports().clear();
        changed.exports().putAll(turned);
        return Elaboration.of(draft, List.of(world));
    }

    private static Set<String> names(Resolve resolve, WorldKey key) {
        if (key instanceof WorldKey.Name name) {
            return Set.of(name.name());
        }
        InterfaceId id = ((WorldKey.Interface) key).id();
        Set<String> names = new HashSet<>(); // full names with and without version may be the same
        names.add(resolve.iface(id).name().orElseThrow());
        names.add(resolve.idOf(id).orElseThrow());
        names.add(TypeComparison.unversioned(resolve, id));
        return names;
    }
}
