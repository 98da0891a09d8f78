package dev.wit4j.codegen.name;

import dev.wit4j.codegen.live.LiveUnits;
import dev.wit4j.codegen.live.Unit;
import dev.wit4j.codegen.live.UnitKey;
import dev.wit4j.codegen.name.Names.UnitNames;
import dev.wit4j.parser.diagnostic.Diagnostic;
import dev.wit4j.parser.model.InterfaceId;
import dev.wit4j.parser.model.PackageId;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.model.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The one pass that decides the Java names of units. They depend on the WIT package and the naming options alone, never on the
 * world: so the same interface has the same Java classes wherever it is used.
 */
public final class NameAssignment {
    private final Map<String, NameScope> classes = new HashMap<>();
    private final List<Diagnostic> diagnostics;

    private NameAssignment(List<Diagnostic> diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** Names {@code units} and all that is in them; what falls together is reported to {@code diagnostics}. */
    public static Names assign(Resolve resolve, List<Unit> units, Naming naming, List<Diagnostic> diagnostics) {
        return new NameAssignment(diagnostics).assign(resolve, units, naming);
    }

    private Names assign(Resolve resolve, List<Unit> live, Naming naming) {
        var packages = new JavaPackages(resolve, naming, diagnostics);
        var worlds = new WorldClasses(resolve, naming);
        worlds.all().forEach((id, name) -> {
            World world = resolve.world(id);
            String wit = resolve.pkg(world.packageId()).name().item(world.name());
            scope(name.packageName()).claimQuietly(name.simpleName(), wit, world.span());
        });
        List<Unit> units = withNeighbours(resolve, live, packages);
        var types = new TypeNaming(resolve, naming, diagnostics);
        var functions = new FunctionNaming(resolve, naming, diagnostics);
        var exceptions = new ExceptionNaming(resolve, naming);
        var tuples = new TupleNaming(resolve);
        Map<UnitKey, UnitNames> named = new HashMap<>();
        for (Unit unit : units) {
            String packageName = packages.of(unit);
            types.name(unit, packageName, scope(packageName));
            functions.name(unit);
        }
        for (Unit unit : units) {
            String packageName = packages.of(unit);
            named.put(unit.key(), supportingClasses(unit, packageName, scope(packageName), worlds));
            exceptions.nameHome(unit, packageName, scope(packageName));
        }
        for (Unit unit : units) {
            String packageName = packages.of(unit);
            exceptions.nameThrown(unit, packageName, scope(packageName));
            tuples.name(unit, packageName, scope(packageName));
        }
        return new Names(
                named,
                types.names(),
                functions.names(),
                functions.accessors(),
                exceptions.thrown(),
                exceptions.declared(),
                tuples.names(),
                tuples.declared());
    }

    /**
     * Interfaces in the order of the model, with those that share the Java package of one though nothing live needs them: who
     * comes first and who later must not depend on the world. What belongs to a world comes behind.
     */
    private static List<Unit> withNeighbours(Resolve resolve, List<Unit> live, JavaPackages packages) {
        Map<InterfaceId, Unit> known = new TreeMap<>(Comparator.comparingInt(InterfaceId::index));
        List<Unit> others = new ArrayList<>();
        for (Unit unit : live) {
            if (unit.key() instanceof UnitKey.OfInterface key
                    && resolve.iface(key.id()).name().isPresent()) {
                known.put(key.id(), unit);
            } else {
                others.add(unit);
            }
        }
        Set<InterfaceId> neighbours = packages.neighbours(live);
        Set<PackageId> theirs = new LinkedHashSet<>();
        neighbours.forEach(id -> theirs.add(resolve.iface(id).packageId()));
        for (Unit unit : LiveUnits.of(resolve, theirs)) {
            if (unit.key() instanceof UnitKey.OfInterface key && neighbours.contains(key.id())) {
                known.putIfAbsent(key.id(), unit);
            }
        }
        return Stream.concat(known.values().stream(), others.stream()).toList();
    }

    private NameScope scope(String packageName) {
        return classes.computeIfAbsent(packageName, p -> NameScope.ofFiles(diagnostics));
    }

    /** The classes beside the types. A type keeps its name against them. */
    private static UnitNames supportingClasses(Unit unit, String packageName, NameScope scope, WorldClasses worlds) {
        String base = Casing.upperCamel(unit.shortName());
        JavaName facade;
        if (unit.key() instanceof UnitKey.OfWorldImports imports) {
            facade = worlds.of(imports.world()).nested("Functions");
        } else if (unit.key() instanceof UnitKey.OfWorldExports exports) {
            facade = worlds.of(exports.world()).nested("ExportedFunctions");
            base += "Exported";
        } else {
            boolean isFree = !ReservedWords.TYPES.contains(base) && !scope.isTaken(base);
            facade = claim(scope, packageName, isFree ? base : base + "Interface", unit);
        }
        return new UnitNames(
                facade,
                claim(scope, packageName, base + "Codecs", unit),
                claim(scope, packageName, base + "Functions", unit),
                claim(scope, packageName, base + "Proxies", unit));
    }

    private static JavaName claim(NameScope scope, String packageName, String wanted, Unit unit) {
        return JavaName.of(packageName, scope.claimQuietly(wanted, unit.name(), unit.span()));
    }
}
