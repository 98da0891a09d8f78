package dev.wit4j.codegen.live;

import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.model.World;
import dev.wit4j.parser.model.WorldId;
import java.util.List;

/**
 * What a world reaches.
 *
 * @param resolve the model
 * @param id the world
 * @param imports what it imports, in its order; the functions of the world itself last, as one item
 * @param exports what it exports, likewise
 * @param units what these items and their types stand on, each once, in the order of the world
 */
public record LiveWorld(Resolve resolve, WorldId id, List<Item> imports, List<Item> exports, List<Unit> units) {
    /** How a world knows an item. */
    public enum Label {
        /** By the full name of the interface. */
        INTERFACE,
        /** By a label given to an interface. */
        GIVEN,
        /** By the name of an interface that is written in the world. */
        INLINE,
        /** By the full name of the world: its own functions. */
        WORLD
    }

    /**
     * An import or export.
     *
     * @param name what the world knows it by
     * @param label which kind of name that is
     * @param unit what it gives
     */
    public record Item(String name, Label label, Unit unit) {}

    public LiveWorld {
        imports = List.copyOf(imports);
        exports = List.copyOf(exports);
        units = List.copyOf(units);
    }

    /** The world. */
    public World world() {
        return resolve.world(id);
    }

    /** Its full name. */
    public String name() {
        return resolve.pkg(world().packageId()).name().item(world().name());
    }
}
