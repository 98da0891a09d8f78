package dev.wit4j.parser.check;

import dev.wit4j.parser.diagnostic.Diagnostic;
import dev.wit4j.parser.diagnostic.Diagnostics;
import dev.wit4j.parser.model.Function;
import dev.wit4j.parser.model.Interface;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.model.TypeDef;
import dev.wit4j.parser.model.World;
import dev.wit4j.parser.model.WorldItem;
import dev.wit4j.parser.model.WorldKey;
import java.util.List;
import java.util.Map;

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
        report(new ValueSizes(resolve).violations(), diagnostics);
        for (Interface iface : resolve.interfaces()) {
            report(NameRules.violations(resolve, iface), diagnostics);
            for (Function function : iface.functions().values()) {
                check(function, diagnostics);
            }
        }
        for (World world : resolve.worlds()) {
            check(resolve, world.imports(), diagnostics);
            check(resolve, world.exports(), diagnostics);
        }
    }

    private static void report(List<Diagnostic> violations, Diagnostics diagnostics) {
        for (Diagnostic violation : violations) {
            diagnostics.report(violation);
        }
    }

    private static void check(Resolve resolve, Map<WorldKey, WorldItem> items, Diagnostics diagnostics) {
        report(NameRules.violations(resolve, items), diagnostics);
        for (WorldItem item : items.values()) {
            if (item instanceof WorldItem.Function function) {
                check(function.function(), diagnostics);
            }
        }
    }

    private static void check(Function function, Diagnostics diagnostics) {
        report(FunctionRules.violations(function), diagnostics);
    }
}
