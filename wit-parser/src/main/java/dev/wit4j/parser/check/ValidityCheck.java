package dev.wit4j.parser.check;

import dev.wit4j.parser.diagnostic.Diagnostics;
import dev.wit4j.parser.model.Function;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.model.World;
import dev.wit4j.parser.model.WorldItem;
import dev.wit4j.parser.model.WorldKey;
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
        resolve.types().forEach(type -> types.violations(type).forEach(diagnostics::report));
        new TypeLimits(resolve).violations().forEach(diagnostics::report);
        resolve.interfaces().forEach(iface -> {
            NameRules.violations(resolve, iface).forEach(diagnostics::report);
            iface.functions().values().forEach(function -> check(function, diagnostics));
        });
        for (World world : resolve.worlds()) {
            check(resolve, world.imports(), diagnostics);
            check(resolve, world.exports(), diagnostics);
        }
    }

    private static void check(Resolve resolve, Map<WorldKey, WorldItem> items, Diagnostics diagnostics) {
        NameRules.violations(resolve, items).forEach(diagnostics::report);
        for (WorldItem item : items.values()) {
            if (item instanceof WorldItem.Function function) {
                check(function.function(), diagnostics);
            }
        }
    }

    private static void check(Function function, Diagnostics diagnostics) {
        FunctionRules.violations(function).forEach(diagnostics::report);
    }
}
