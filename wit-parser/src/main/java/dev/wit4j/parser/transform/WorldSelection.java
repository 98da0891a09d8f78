package dev.wit4j.parser.transform;

import dev.wit4j.parser.model.Package;
import dev.wit4j.parser.model.PackageId;
import dev.wit4j.parser.model.PackageName;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.model.World;
import dev.wit4j.parser.model.WorldId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the world that somebody means. */
public final class WorldSelection {
    private WorldSelection() {}

    /** The only world of {@code main}; an error if it has none or several. */
    public static WorldId only(Resolve resolve, PackageId main) throws TransformException {
        Package pkg = resolve.pkg(main);
        if (pkg.worlds().size() == 1) {
            return pkg.worlds().values().iterator().next();
        }
        throw new TransformException(
                pkg.worlds().isEmpty()
                        ? "package " + pkg.name() + " has no world"
                        : "package " + pkg.name() + " has several worlds, name one of them: " + worlds(pkg));
    }

    /**
     * The world of that name.
     *
     * @param main where a plain name is looked up
     * @param name a plain name, or {@code namespace:package/world} with or without {@code @version}; without it there must be
     *     one version of the package in the model
     */
    public static WorldId named(Resolve resolve, PackageId main, String name) throws TransformException {
        String text = name.startsWith("%") ? name.substring(1) : name;
        int slash = text.indexOf('/');
        if (slash < 0) {
            return world(resolve.pkg(main), text);
        }
        int at = text.indexOf('@', slash);
        String item = at < 0 ? text.substring(slash + 1) : text.substring(slash + 1, at);
        Optional<String> version = at < 0 ? Optional.empty() : Optional.of(text.substring(at + 1));
        return world(pkg(resolve, text.substring(0, slash), version), item);
    }

    private static Package pkg(Resolve resolve, String name, Optional<String> version) throws TransformException {
        List<Package> candidates = new ArrayList<>();
        for (Package pkg : resolve.packages()) {
            PackageName found = pkg.name();
            if (name.equals(found.namespace() + ":" + found.name())) {
                if (version.equals(found.version().map(Object::toString))) {
                    return pkg;
                }
                candidates.add(pkg);
            }
        }
        if (version.isEmpty() && candidates.size() == 1) {
            return candidates.get(0);
        }
        String wanted = name + version.map(v -> "@" + v).orElse("");
        if (candidates.isEmpty()) {
            throw new TransformException("there is no package " + wanted + "; known packages: "
                    + resolve.packages().stream()
                            .map(pkg -> pkg.name().toString())
                            .collect(Collectors.joining(", ")));
        }
        throw new TransformException("there is no package " + wanted + " but "
                + candidates.stream().map(pkg -> pkg.name().toString()).collect(Collectors.joining(", ")));
    }

    private static WorldId world(Package pkg, String name) throws TransformException {
        WorldId id = pkg.worlds().get(name);
        if (id == null) {
            throw new TransformException("package " + pkg.name() + " has no world `" + name + "`"
                    + (pkg.worlds().isEmpty() ? "" : "; its worlds: " + worlds(pkg)));
        }
        return id;
    }

    private static String worlds(Package pkg) {
        return pkg.worlds().keySet().stream().map(pkg.name()::item).collect(Collectors.joining(", "));
    }

    /** How messages call a world. */
    static String describe(Resolve resolve, World world) {
        return resolve.pkg(world.packageId()).name().item(world.name());
    }
}
