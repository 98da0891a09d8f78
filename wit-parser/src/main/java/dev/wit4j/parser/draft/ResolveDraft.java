package dev.wit4j.parser.draft;

import dev.wit4j.parser.model.Interface;
import dev.wit4j.parser.model.InterfaceId;
import dev.wit4j.parser.model.Package;
import dev.wit4j.parser.model.PackageId;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.model.TypeDef;
import dev.wit4j.parser.model.TypeId;
import dev.wit4j.parser.model.World;
import dev.wit4j.parser.model.WorldId;
import java.util.ArrayList;
import java.util.List;

/** A model that can still change. Ids stay what they are for as long as nothing is removed from an arena. */
public final class ResolveDraft {
    private final List<WorldDraft> worlds = new ArrayList<>();
    private final List<InterfaceDraft> interfaces = new ArrayList<>();
    private final List<TypeDef> types = new ArrayList<>();
    private final List<PackageDraft> packages = new ArrayList<>();

    /** An empty model. */
    public ResolveDraft() {}

    /** A copy of {@code from} with the same ids. */
    public ResolveDraft(Resolve from) {
        for (World world : from.worlds()) {
            worlds.add(new WorldDraft(world));
        }
        for (Interface iface : from.interfaces()) {
            interfaces.add(new InterfaceDraft(iface));
        }
        types.addAll(from.types());
        for (Package pkg : from.packages()) {
            packages.add(new PackageDraft(pkg));
        }
    }

    /** All worlds; changes to the list write through. */
    public List<WorldDraft> worlds() {
        return worlds;
    }

    /** All interfaces; changes to the list write through. */
    public List<InterfaceDraft> interfaces() {
        return interfaces;
    }

    /** All types; changes to the list write through. */
    public List<TypeDef> types() {
        return types;
    }

    /** All packages; changes to the list write through. */
    public List<PackageDraft> packages() {
        return packages;
    }

    /** The world of that id. */
    public WorldDraft world(WorldId id) {
        return worlds.get(id.index());
    }

    /** The interface of that id. */
    public InterfaceDraft iface(InterfaceId id) {
        return interfaces.get(id.index());
    }

    /** The type of that id. */
    public TypeDef type(TypeId id) {
        return types.get(id.index());
    }

    /** The package of that id. */
    public PackageDraft pkg(PackageId id) {
        return packages.get(id.index());
    }

    /** Appends a world. */
    public WorldId add(WorldDraft world) {
        worlds.add(world);
        return new WorldId(worlds.size() - 1);
    }

    /** Appends an interface. */
    public InterfaceId add(InterfaceDraft iface) {
        interfaces.add(iface);
        return new InterfaceId(interfaces.size() - 1);
    }

    /** Appends a type. */
    public TypeId add(TypeDef type) {
        types.add(type);
        return new TypeId(types.size() - 1);
    }

    /** Appends a package. */
    public PackageId add(PackageDraft pkg) {
        packages.add(pkg);
        return new PackageId(packages.size() - 1);
    }

    /** The model as it is now; later changes to the draft do not reach it. */
    public Resolve freeze() {
        return new Resolve(
                worlds.stream().map(WorldDraft::freeze).toList(),
                interfaces.stream().map(InterfaceDraft::freeze).toList(),
                types,
                packages.stream().map(PackageDraft::freeze).toList());
    }
}
