package dev.wit4j.parser.resolve;

import dev.wit4j.parser.diagnostic.Diagnostic;
import dev.wit4j.parser.diagnostic.Diagnostics;
import dev.wit4j.parser.model.WorldItem;
import dev.wit4j.parser.model.WorldKey;
import dev.wit4j.parser.resolve.ModelBuilder.WorldBuilder;
import dev.wit4j.parser.source.Span;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Names that differ in nothing but upper and lower case are the same name in a component. */
final class WorldNames {
    private WorldNames() {}

    static void check(WorldBuilder world, Diagnostics diagnostics) {
        check(world, world.imports, "import", diagnostics);
        check(world, world.exports, "export", diagnostics);
    }

    private static void check(
            WorldBuilder world, Map<WorldKey, WorldItem> items, String what, Diagnostics diagnostics) {
        Map<String, String> seen = new HashMap<>();
        for (Map.Entry<WorldKey, WorldItem> entry : items.entrySet()) {
            if (entry.getKey() instanceof WorldKey.Name name) {
                String first = seen.putIfAbsent(name.name().toLowerCase(Locale.ROOT), name.name());
                if (first != null) {
                    diagnostics.report(Diagnostic.error(
                            "case-insensitive-duplicate",
                            spanOf(entry.getValue()),
                            what + " `" + name.name() + "` in world `" + world.name + "` conflicts with " + what + " `"
                                    + first + "`: upper and lower case make no difference"));
                }
            }
        }
    }

    private static Span spanOf(WorldItem item) {
        if (item instanceof WorldItem.Interface named) {
            return named.span();
        }
        return item instanceof WorldItem.Function function
                ? function.function().span()
                : ((WorldItem.Type) item).span();
    }
}
