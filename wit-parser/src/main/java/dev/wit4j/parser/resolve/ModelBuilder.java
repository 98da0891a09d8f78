package dev.wit4j.parser.resolve;

import dev.wit4j.parser.model.Docs;
import dev.wit4j.parser.model.Function;
import dev.wit4j.parser.model.Interface;
import dev.wit4j.parser.model.InterfaceId;
import dev.wit4j.parser.model.Package;
import dev.wit4j.parser.model.PackageId;
import dev.wit4j.parser.model.PackageName;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.model.Stability;
import dev.wit4j.parser.model.Type;
import dev.wit4j.parser.model.TypeDef;
import dev.wit4j.parser.model.TypeDefKind;
import dev.wit4j.parser.model.TypeId;
import dev.wit4j.parser.model.TypeOwner;
import dev.wit4j.parser.model.World;
import dev.wit4j.parser.model.WorldId;
import dev.wit4j.parser.model.WorldItem;
import dev.wit4j.parser.model.WorldKey;
import dev.wit4j.parser.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The arenas of the whole model while packages are put into them. */
final class ModelBuilder {
    final List<TypeDef> types = new ArrayList<>();
    /** Short texts can describe worlds whose size grows with the square of the text: this is where it ends. */
    private static final int MOST_WORLD_ITEMS = 200_000;

    private static final int MOST_TYPES = 1_000_000;

    private final TypeFacts facts = new TypeFacts();
    private int worldItems;
    final List<InterfaceBuilder> interfaces = new ArrayList<>();
    final List<WorldBuilder> worlds = new ArrayList<>();
    final List<PackageBuilder> packages = new ArrayList<>();
    final Map<PackageName, PackageId> packageIds = new LinkedHashMap<>();

    /** Begins with what is in {@code base}, whose ids stay valid. */
    ModelBuilder(Resolve base) {
        for (TypeDef known : base.types()) {
            add(known);
        }
        for (Interface known : base.interfaces()) {
            interfaces.add(new InterfaceBuilder(known));
        }
        for (World known : base.worlds()) {
            worlds.add(new WorldBuilder(known));
        }
        for (Package known : base.packages()) {
            PackageBuilder added = new PackageBuilder(known.name(), known.docs());
            added.interfaces.putAll(known.interfaces());
            added.worlds.putAll(known.worlds());
            packageIds.put(known.name(), new PackageId(packages.size()));
            packages.add(added);
        }
    }

    PackageId addPackage(PackageName name, Optional<Docs> docs) {
        PackageId id = new PackageId(packages.size());
        packages.add(new PackageBuilder(name, docs));
        packageIds.put(name, id);
        return id;
    }

    TypeId add(TypeDef type) {
        TypeId id = new TypeId(types.size());
        types.add(type);
        facts.add(id, type.kind());
        return id;
    }

    InterfaceId add(InterfaceBuilder added) {
        interfaces.add(added);
        return new InterfaceId(interfaces.size() - 1);
    }

    WorldId add(WorldBuilder world) {
        worlds.add(world);
        return new WorldId(worlds.size() - 1);
    }

    TypeDef get(TypeId id) {
        return types.get(id.index());
    }

    InterfaceBuilder get(InterfaceId id) {
        return interfaces.get(id.index());
    }

    WorldBuilder get(WorldId id) {
        return worlds.get(id.index());
    }

    PackageBuilder get(PackageId id) {
        return packages.get(id.index());
    }

    void setOwner(TypeId id, TypeOwner owner) {
        types.set(id.index(), get(id).withOwner(owner));
    }

    void setName(TypeId id, String name) {
        TypeDef type = get(id);
        types.set(
                id.index(),
                new TypeDef(
                        Optional.of(name),
                        type.kind(),
                        type.owner(),
                        type.docs(),
                        type.stability(),
                        type.externalId(),
                        type.span()));
    }

    /** Counts what a world has come to import and export. */
    void countItems(WorldId id) {
        worldItems += get(id).imports.size() + get(id).exports.size();
    }

    /** Whether the model has grown beyond what anybody could use. */
    boolean isFull() {
        return worldItems > MOST_WORLD_ITEMS || types.size() > MOST_TYPES;
    }

    /** Whether the type is a resource, or stands for one. */
    boolean isResource(TypeId id) {
        return facts.isResource(id);
    }

    /** Whether a value of the type can hold a borrowed handle. */
    boolean holdsBorrow(Type type) {
        return type instanceof TypeId id && facts.holdsBorrow(id);
    }

    /** The interface that a type was taken from by {@code use}, if it was. */
    Optional<InterfaceId> interfaceBehind(TypeId id) {
        TypeDef type = get(id);
        if (type.kind() instanceof TypeDefKind.Alias alias && alias.type() instanceof TypeId target) {
            TypeOwner owner = get(target).owner();
            if (!owner.equals(type.owner()) && owner instanceof TypeOwner.Interface other) {
                return Optional.of(other.id());
            }
        }
        return Optional.empty();
    }

    /** The interfaces that the types of an interface were taken from, in the order of the types. */
    List<InterfaceId> dependencies(InterfaceId id) {
        List<InterfaceId> dependencies = new ArrayList<>();
        for (TypeId type : get(id).types.values()) {
            Optional<InterfaceId> behind = interfaceBehind(type);
            if (behind.isPresent()) {
                dependencies.add(behind.get());
            }
        }
        return dependencies;
    }

    /** How messages call what a world imports or exports. */
    String nameOf(WorldKey key) {
        if (key instanceof WorldKey.Name name) {
            return name.name();
        }
        InterfaceBuilder named = get(((WorldKey.Interface) key).id());
        return get(named.packageId).name.item(named.name.orElse("?"));
    }

    Resolve build() {
        List<World> builtWorlds = new ArrayList<>(worlds.size());
        for (WorldBuilder world : worlds) {
            builtWorlds.add(world.build());
        }
        List<Interface> builtInterfaces = new ArrayList<>(interfaces.size());
        for (InterfaceBuilder item : interfaces) {
            builtInterfaces.add(item.build());
        }
        List<Package> builtPackages = new ArrayList<>(packages.size());
        for (PackageBuilder each : packages) {
            builtPackages.add(each.build());
        }
        return new Resolve(builtWorlds, builtInterfaces, types, builtPackages);
    }

    static final class InterfaceBuilder {
        final Optional<String> name;
        final Map<String, TypeId> types = new LinkedHashMap<>();
        final Map<String, Function> functions = new LinkedHashMap<>();
        final PackageId packageId;
        final Optional<Docs> docs;
        final Stability stability;
        final Optional<InterfaceId> cloneOf;
        final Span span;

        InterfaceBuilder(
                Optional<String> name, PackageId packageId, Optional<Docs> docs, Stability stability, Span span) {
            this.name = name;
            this.packageId = packageId;
            this.docs = docs;
            this.stability = stability;
            this.cloneOf = Optional.empty();
            this.span = span;
        }

        InterfaceBuilder(Interface known) {
            this.name = known.name();
            this.packageId = known.packageId();
            this.docs = known.docs();
            this.stability = known.stability();
            this.cloneOf = known.cloneOf();
            this.span = known.span();
            types.putAll(known.types());
            functions.putAll(known.functions());
        }

        private Interface build() {
            return new Interface(name, types, functions, packageId, docs, stability, cloneOf, span);
        }
    }

    static final class WorldBuilder {
        final String name;
        final PackageId packageId;
        final Optional<Docs> docs;
        final Stability stability;
        final Span span;
        Map<WorldKey, WorldItem> imports = new LinkedHashMap<>();
        Map<WorldKey, WorldItem> exports = new LinkedHashMap<>();

        WorldBuilder(String name, PackageId packageId, Optional<Docs> docs, Stability stability, Span span) {
            this.name = name;
            this.packageId = packageId;
            this.docs = docs;
            this.stability = stability;
            this.span = span;
        }

        WorldBuilder(World known) {
            this(known.name(), known.packageId(), known.docs(), known.stability(), known.span());
            imports.putAll(known.imports());
            exports.putAll(known.exports());
        }

        private World build() {
            return new World(name, imports, exports, packageId, docs, stability, span);
        }
    }

    static final class PackageBuilder {
        final PackageName name;
        final Optional<Docs> docs;
        final Map<String, InterfaceId> interfaces = new LinkedHashMap<>();
        final Map<String, WorldId> worlds = new LinkedHashMap<>();

        PackageBuilder(PackageName name, Optional<Docs> docs) {
            this.name = name;
            this.docs = docs;
        }

        private Package build() {
            return new Package(name, docs, interfaces, worlds);
        }
    }
}
