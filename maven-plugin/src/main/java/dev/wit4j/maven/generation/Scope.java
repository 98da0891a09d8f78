package dev.wit4j.maven.generation;

import dev.wit4j.codegen.live.LiveUnits;
import dev.wit4j.codegen.live.LiveWorld;
import dev.wit4j.codegen.live.Unit;
import dev.wit4j.codegen.live.UnitKey;
import dev.wit4j.parser.model.InterfaceId;
import dev.wit4j.parser.model.PackageId;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.model.WorldId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What Java is generated for.
 *
 * @param resolve the model
 * @param worlds the worlds
 * @param packages the packages whose interfaces are generated without a world
 */
record Scope(Resolve resolve, List<WorldId> worlds, List<PackageId> packages) {
    Scope {
        worlds = List.copyOf(worlds);
        packages = List.copyOf(packages);
    }

    /** Everything that gets classes, each once. */
    List<Unit> units() {
        Map<UnitKey, Unit> units = new LinkedHashMap<>();
        for (WorldId world : worlds) {
            LiveUnits.of(resolve, world).units().forEach(unit -> units.put(unit.key(), unit));
        }
        LiveUnits.of(resolve, packages).forEach(unit -> units.put(unit.key(), unit));
        return List.copyOf(units.values());
    }

    /** The named interfaces that get classes. */
    List<InterfaceId> interfaces() {
        List<InterfaceId> interfaces = new ArrayList<>();
        for (Unit unit : units()) {
            if (unit.key() instanceof UnitKey.OfInterface key
                    && resolve.iface(key.id()).name().isPresent()) {
                interfaces.add(key.id());
            }
        }
        return interfaces;
    }

    /** The interfaces that a component implements: classes made elsewhere have to have exactly their functions. */
    Set<InterfaceId> exported() {
        Set<InterfaceId> exported = new LinkedHashSet<>();
        for (WorldId id : worlds) {
            LiveWorld world = LiveUnits.of(resolve, id);
            world.exports().forEach(item -> {
                if (item.unit().key() instanceof UnitKey.OfInterface key) {
                    exported.add(key.id());
                }
            });
        }
        return exported;
    }
}
