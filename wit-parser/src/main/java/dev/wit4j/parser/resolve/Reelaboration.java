package dev.wit4j.parser.resolve;

import dev.wit4j.parser.diagnostic.Diagnostics;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.model.WorldId;
import java.util.List;

/** Elaborates worlds again that were changed after they were resolved. */
public final class Reelaboration {
    private Reelaboration() {}

    /** The model with each of {@code worlds} elaborated; of no use if errors were reported to {@code diagnostics}. */
    public static Resolve of(Resolve resolve, List<WorldId> worlds, Diagnostics diagnostics) {
        ModelBuilder model = new ModelBuilder(resolve);
        worlds.forEach(world -> WorldElaboration.elaborate(model, world, diagnostics));
        return model.build();
    }
}
