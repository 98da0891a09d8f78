package dev.wit4j.parser.transform;

import dev.wit4j.parser.draft.ResolveDraft;
import dev.wit4j.parser.draft.WorldDraft;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.model.WorldId;
import dev.wit4j.parser.model.WorldItem;
import dev.wit4j.parser.model.WorldKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns a world into the world of somebody who imports what it exports. */
public final class Importize {
    private static final String SUFFIX = "-importized";

    private Importize() {}

    /**
     * Replaces {@code world}: its exports become imports, its own imports are dropped except for types and for what is needed
     * by those exports.
     *
     * @param name the new name of the world; without it, its name with {@code -importized} behind it
     */
    public static Resolve apply(Resolve resolve, WorldId world, Optional<String> name) throws TransformException {
        ResolveDraft draft = new ResolveDraft(resolve);
        WorldDraft changed = draft.world(world);
        WorldRenaming.apply(draft, world, name.orElse(changed.name() + SUFFIX));
        changed.imports().values().removeIf(item -> !(item instanceof WorldItem.Type));
        for (Map.Entry<WorldKey, WorldItem> export : changed.exports().entrySet()) {
            if (changed.imports().put(export.getKey(), export.getValue()) != null) {
                throw new TransformException(
                        "export `" + ((WorldKey.Name) export.getKey()).name()
                                + "` has the name of a type of the world, so it cannot become an import",
                        resolve.world(world).span());
            }
        }
        changed.exports().clear();
        return Elaboration.of(draft, List.of(world));
    }
}
