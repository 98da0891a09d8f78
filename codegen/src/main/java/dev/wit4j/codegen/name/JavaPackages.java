package dev.wit4j.codegen.name;

import dev.wit4j.codegen.live.Unit;
import dev.wit4j.codegen.live.UnitKey;
import dev.wit4j.parser.diagnostic.Diagnostic;
import dev.wit4j.parser.model.Interface;
import dev.wit4j.parser.model.InterfaceId;
import dev.wit4j.parser.model.PackageId;
import dev.wit4j.parser.model.PackageName;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.source.Span;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The Java package of every interface, by {@code <base>.<namespace>.<package>[.v<track>].<interface>}. */
final class JavaPackages {
    private final Resolve resolve;
    private final Naming naming;
    private final Tracks tracks;
    private final NameScope scope;
    private final Map<UnitKey, String> packages = new HashMap<>();

    /** Names the packages of all interfaces, live or not, so that they do not depend on the world. */
    JavaPackages(Resolve resolve, Naming naming, List<Diagnostic> diagnostics) {
        this.resolve = resolve;
        this.naming = naming;
        this.tracks = new Tracks(resolve);
        this.scope = NameScope.ofFiles(diagnostics);
        for (int i = 0; i < resolve.interfaces().size(); i++) {
            var id = new InterfaceId(i);
            Interface definition = resolve.iface(id);
            if (definition.name().isPresent()) {
                String wit = resolve.idOf(id).orElseThrow();
                packages.put(
                        new UnitKey.OfInterface(id),
                        claim(definition.packageId(), List.of(definition.name().get()), wit, definition.span()));
            }
        }
    }

    /** The Java package of a WIT package: worlds stand in it, interfaces in packages below it. */
    String of(PackageId id) {
        PackageName name = resolve.pkg(id).name();
        String unversioned = name.namespace() + ":" + name.name();
        return naming.packageOf(name.toString())
                .or(() -> naming.packageOf(unversioned))
                .orElseGet(() -> naming.basePackage() + "." + segment(name.namespace()) + "." + segment(name.name())
                        + tracks.segment(name).map(v -> "." + v).orElse(""));
    }

    /** The Java package of a unit; those of a world itself and of what is written in it stand below that of the world. */
    String of(Unit unit) {
        String known = packages.get(home(unit.key()));
        if (known == null) {
            known = claim(unit.packageId(), unit.path(), unit.name(), unit.span());
            packages.put(home(unit.key()), known);
        }
        return known;
    }

    /** The interfaces, of all that have a name, that stand in one Java package with one of {@code live} without being of these. */
    Set<InterfaceId> neighbours(Collection<Unit> live) {
        Set<UnitKey> known = live.stream().map(Unit::key).collect(Collectors.toSet());
        Set<String> theirs = live.stream().map(this::of).collect(Collectors.toSet());
        Set<InterfaceId> neighbours = new LinkedHashSet<>();
        packages.forEach((key, javaPackage) -> {
            if (key instanceof UnitKey.OfInterface iface && !known.contains(key) && theirs.contains(javaPackage)) {
                neighbours.add(iface.id());
            }
        });
        return neighbours;
    }

    /** What a world exports stands with what it imports. */
    private static UnitKey home(UnitKey key) {
        return key instanceof UnitKey.OfWorldExports exports ? new UnitKey.OfWorldImports(exports.world()) : key;
    }

    private String claim(PackageId pkg, List<String> path, String wit, Span span) {
        return naming.packageOf(wit).orElseGet(() -> {
            String below = path.stream().map(JavaPackages::segment).collect(Collectors.joining("."));
            return scope.claim(of(pkg) + "." + below, wit, span);
        });
    }

    private static String segment(String wit) {
        String segment = Casing.lowerSnake(wit);
        return ReservedWords.KEYWORDS.contains(segment) ? segment + "_" : segment;
    }
}
