package dev.wit4j.parser.model;

import java.util.List;
import java.util.Optional;

/**
 * A set of packages, resolved against each other. Each list is an arena: an id is an index into it.
 *
 * @param worlds all worlds
 * @param interfaces all interfaces, inline ones included
 * @param types all types, anonymous ones included
 * @param packages all packages, each behind those that it depends on
 */
public record Resolve(List<World> worlds, List<Interface> interfaces, List<TypeDef> types, List<Package> packages) {
    public Resolve {
        worlds = List.copyOf(worlds);
        interfaces = List.copyOf(interfaces);
        types = List.copyOf(types);
        packages = List.copyOf(packages);
    }

    /** The world of that id. */
    public World world(WorldId id) {
        return worlds.get(id.index());
    }

    /** The interface of that id. */
    public Interface iface(InterfaceId id) {
        return interfaces.get(id.index());
    }

    /** The type of that id. */
    public TypeDef type(TypeId id) {
        return types.get(id.index());
    }

    /** The package of that id. */
    public Package pkg(PackageId id) {
        return packages.get(id.index());
    }

    /** The full name of an interface, {@code wasi:keyvalue/store@0.2.0}; empty for one written inline in a world. */
    public Optional<String> idOf(InterfaceId id) {
        Interface found = iface(id);
        return found.name().map(name -> pkg(found.packageId()).name().item(name));
    }
}
