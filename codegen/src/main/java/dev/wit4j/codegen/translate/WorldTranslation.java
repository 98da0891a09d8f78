package dev.wit4j.codegen.translate;

import dev.wit4j.codegen.live.LiveWorld;
import dev.wit4j.codegen.live.LiveWorld.Label;
import dev.wit4j.codegen.live.UnitKey;
import dev.wit4j.codegen.model.UnitModel;
import dev.wit4j.codegen.model.WorldModel;
import dev.wit4j.codegen.model.WorldModel.Item;
import dev.wit4j.codegen.name.WorldNaming;
import dev.wit4j.parser.model.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** From a live world to its class. */
public final class WorldTranslation {
    private WorldTranslation() {}

    /**
     * The class of {@code live}.
     *
     * @param units what is generated for its units
     */
    public static WorldModel translate(LiveWorld live, WorldNaming names, Map<UnitKey, UnitModel> units) {
        World world = live.world();
        List<Item> exports = items(live.exports(), names.exports(), units);
        Optional<Item> onlyExport = Optional.empty();
        for (int i = 0; i < exports.size(); i++) {
            if (WorldNaming.isOnlyExport(live, live.exports().get(i))) {
                onlyExport = Optional.of(exports.get(i));
            }
        }
        return new WorldModel(
                names.world(),
                live.name(),
                DocumentationTranslation.of(world.docs(), world.stability(), "world " + world.name()),
                items(live.imports(), names.imports(), units).stream()
                        .filter(item -> item.unit().hasFunctions())
                        .toList(),
                exports.stream().filter(item -> item.unit().hasFunctions()).toList(),
                onlyExport);
    }

    private static List<Item> items(List<LiveWorld.Item> live, List<String> accessors, Map<UnitKey, UnitModel> units) {
        var items = new ArrayList<Item>();
        for (int i = 0; i < live.size(); i++) {
            LiveWorld.Item item = live.get(i);
            UnitModel unit = Objects.requireNonNull(units.get(item.unit().key()));
            items.add(new Item(item.name(), accessors.get(i), item.label() == Label.WORLD, unit));
        }
        return items;
    }
}
