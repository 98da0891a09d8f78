package dev.wit4j.codegen.live;

import dev.wit4j.codegen.live.LiveWorld.Item;
import dev.wit4j.codegen.live.LiveWorld.Label;
import dev.wit4j.parser.model.Function;
import dev.wit4j.parser.model.Interface;
import dev.wit4j.parser.model.InterfaceId;
import dev.wit4j.parser.model.PackageId;
import dev.wit4j.parser.model.PackageName;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.model.TypeDefKind;
import dev.wit4j.parser.model.TypeId;
import dev.wit4j.parser.model.TypeOwner;
import dev.wit4j.parser.model.World;
import dev.wit4j.parser.model.WorldId;
import dev.wit4j.parser.model.WorldItem;
import dev.wit4j.parser.model.WorldKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the units that a world, or a set of packages, reaches. */
public final class LiveUnits {
    private final Resolve resolve;
    private final Map<UnitKey, Unit> units = new LinkedHashMap<>();

    private LiveUnits(Resolve resolve) {
        this.resolve = resolve;
    }

    /** What {@code world} imports and exports; elaboration has put everything there that types need. */
    public static LiveWorld of(Resolve resolve, WorldId world) {
        var live = new LiveUnits(resolve);
        World definition = resolve.world(world);
        List<Item> imports = live.items(world, definition.imports(), new UnitKey.OfWorldImports(world));
        List<Item> exports = live.items(world, definition.exports(), new UnitKey.OfWorldExports(world));
        return new LiveWorld(resolve, world, imports, exports, List.copyOf(live.units.values()));
    }

    /** The interfaces of {@code packages}, each behind those that it uses types of, which may be of other packages. */
    public static List<Unit> of(Resolve resolve, Collection<PackageId> packages) {
        var live = new LiveUnits(resolve);
        for (PackageId id : packages) {
            resolve.pkg(id).interfaces().values().forEach(live::reach);
        }
        return List.copyOf(live.units.values());
    }

    private void reach(InterfaceId id) {
        if (units.containsKey(new UnitKey.OfInterface(id))) {
            return;
        }
        for (TypeId type : resolve.iface(id).types().values()) {
            if (resolve.type(type).kind() instanceof TypeDefKind.Alias alias
                    && alias.type() instanceof TypeId used
                    && resolve.type(used).owner() instanceof TypeOwner.Interface owner
                    && !owner.id().equals(id)) {
                reach(owner.id());
            }
        }
        addInterface(
                id,
                List.of(resolve.iface(id).name().orElseThrow()),
                resolve.idOf(id).orElseThrow());
    }

    private List<Item> items(WorldId world, Map<WorldKey, WorldItem> from, UnitKey own) {
        var items = new ArrayList<Item>();
        var functions = new ArrayList<Function>();
        var types = new ArrayList<TypeId>();
        from.forEach((key, item) -> {
            if (item instanceof WorldItem.Interface iface) {
                items.add(interfaceItem(world, key, iface.id()));
            } else if (item instanceof WorldItem.Function function) {
                functions.add(function.function());
            } else if (item instanceof WorldItem.Type type) {
                types.add(type.id());
            }
        });
        List<TypeId> definitions = definitions(types);
        if (!functions.isEmpty() || !definitions.isEmpty()) {
            World definition = resolve.world(world);
            String name = packageName(definition.packageId()).item(definition.name());
            var unit = new Unit(
                    own,
                    name,
                    List.of(definition.name()),
                    definition.packageId(),
                    definitions,
                    functions,
                    definition.docs(),
                    definition.stability(),
                    definition.span());
            units.put(own, unit);
            items.add(new Item(name, Label.WORLD, unit));
        }
        return items;
    }

    private Item interfaceItem(WorldId world, WorldKey key, InterfaceId id) {
        Interface definition = resolve.iface(id);
        if (key instanceof WorldKey.Name label) {
            if (definition.name().isPresent()) {
                Unit unit = addInterface(
                        id, List.of(definition.name().get()), resolve.idOf(id).orElseThrow());
                return new Item(label.name(), Label.GIVEN, unit);
            }
            World owner = resolve.world(world);
            String name = packageName(owner.packageId()).item(owner.name() + "." + label.name());
            return new Item(label.name(), Label.INLINE, addInterface(id, List.of(owner.name(), label.name()), name));
        }
        String name = resolve.idOf(id).orElseThrow();
        return new Item(
                name,
                Label.INTERFACE,
                addInterface(id, List.of(definition.name().orElseThrow()), name));
    }

    private Unit addInterface(InterfaceId id, List<String> path, String name) {
        Interface definition = resolve.iface(id);
        return units.computeIfAbsent(
                new UnitKey.OfInterface(id),
                key -> new Unit(
                        key,
                        name,
                        path,
                        definition.packageId(),
                        definitions(definition.types().values()),
                        List.copyOf(definition.functions().values()),
                        definition.docs(),
                        definition.stability(),
                        definition.span()));
    }

    /** Those of {@code types} that are no other name for a type. */
    private List<TypeId> definitions(Collection<TypeId> types) {
        return types.stream()
                .filter(id -> !(resolve.type(id).kind() instanceof TypeDefKind.Alias))
                .toList();
    }

    private PackageName packageName(PackageId id) {
        return resolve.pkg(id).name();
    }
}
