package dev.wit4j.codegen.name;

import dev.wit4j.codegen.live.Unit;
import dev.wit4j.codegen.live.UnitKey;
import dev.wit4j.codegen.name.Names.UnitNames;
import dev.wit4j.parser.diagnostic.Diagnostic;
import dev.wit4j.parser.model.Resolve;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

    private Names assign(Resolve resolve, List<Unit> units, Naming naming) {
        var packages = new JavaPackages(resolve, naming, diagnostics);
        var worlds = new WorldClasses(resolve, naming);
        var types = new TypeNaming(resolve, naming, diagnostics);
        var functions = new FunctionNaming(resolve, naming, diagnostics);
        var exceptions = new ExceptionNaming(resolve);
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
