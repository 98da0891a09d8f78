package dev.wit4j.parser.check;

import dev.wit4j.parser.diagnostic.Diagnostic;
import dev.wit4j.parser.diagnostic.Diagnostics;
import dev.wit4j.parser.model.Function;
import dev.wit4j.parser.model.Interface;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.model.TypeDef;
import dev.wit4j.parser.model.World;
import dev.wit4j.parser.model.WorldItem;
import java.util.Collection;
import java.util.List;

/**
 * Holds a model against the rules for component types that resolving does not look at: empty records, names that differ in
 * case alone, types beyond the limits. Stateless.
 */
public final class ValidityCheck {
    private ValidityCheck() {}

    /** Reports everything in {@code resolve} that no component may contain. */
    public static void check(Resolve resolve, Diagnostics diagnostics) {
        TypeRules types = new TypeRules(resolve);
        for (TypeDef type : resolve.types()) {
            report(types.violations(type), diagnostics);
        }
        report(new TypeLimits(resolve).violations(), diagnostics);
        for (Interface iface : resolve.interfaces()) {
            report(InterfaceRules.violations(resolve, iface), diagnostics);
            for (Function function : iface.functions().values()) {
                check(function, diagnostics);
            }
        }
        for (World world : resolve.worlds()) {
            check(world.imports().values(), diagnostics);
            check(world.exports().values(), diagnostics);
        }
    }

    private static void report(List<Diagnostic> violations, Diagnostics diagnostics) {
        for (Diagnostic violation : violations) {
            diagnostics.report(violation);
        }
    }

    private static void check(Collection<WorldItem> items, Diagnostics diagnostics) {
        for (WorldItem item : items) {
            check(item, diagnostics);
        }
    }

    private static void check(WorldItem item, Diagnostics diagnostics) {
        if (item instanceof WorldItem.Function function) {
            check(function.function(), diagnostics);
        }
    }

    private static void check(Function function, Diagnostics diagnostics) {
        report(FunctionRules.violations(function), diagnostics);
    }
}
