package dev.wit4j.parser.transform;

import dev.wit4j.parser.draft.PackageDraft;
import dev.wit4j.parser.draft.ResolveDraft;
import dev.wit4j.parser.draft.WorldDraft;
import dev.wit4j.parser.model.WorldId;

/** Gives a world another name. */
final class WorldRenaming {
    private WorldRenaming() {}

    /** Renames {@code id}, which becomes the last world of its package. */
    static void apply(ResolveDraft draft, WorldId id, String name) throws TransformException {
        WorldDraft world = draft.world(id);
        PackageDraft pkg = draft.pkg(world.packageId());
        pkg.worlds().remove(world.name());
        if (pkg.worlds().containsKey(name) || pkg.interfaces().containsKey(name)) {
            throw new TransformException("package " + pkg.name() + " has something of the name `" + name + "` already");
        }
        world.setName(name);
        pkg.worlds().put(name, id);
    }
}
