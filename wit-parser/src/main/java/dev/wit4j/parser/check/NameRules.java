package dev.wit4j.parser.check;

import dev.wit4j.parser.diagnostic.Diagnostic;
import dev.wit4j.parser.model.Function;
import dev.wit4j.parser.model.FunctionKind;
import dev.wit4j.parser.model.Interface;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.model.TypeId;
import dev.wit4j.parser.model.WorldItem;
import dev.wit4j.parser.model.WorldKey;
import dev.wit4j.parser.source.Span;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What names have to be like: in an interface, and among what a world imports or what it exports, those of types, functions
 * and the functions of resources are one set.
 */
final class NameRules {
    private NameRules() {}

    static List<Diagnostic> violations(Resolve resolve, Interface iface) {
        UniqueNames names = new UniqueNames("item");
        for (Map.Entry<String, TypeId> type : iface.types().entrySet()) {
            names.add(type.getKey(), resolve.type(type.getValue()).span());
        }
        for (Function function : iface.functions().values()) {
            names.add(keyOf(function), function.itemName(), function.span());
        }
        return names.violations();
    }

    /** The same for the imports or the exports of a world. */
    static List<Diagnostic> violations(Resolve resolve, Map<WorldKey, WorldItem> items) {
        UniqueNames names = new UniqueNames("item");
        for (Map.Entry<WorldKey, WorldItem> item : items.entrySet()) {
            if (item.getValue() instanceof WorldItem.Function named) {
                Function function = named.function();
                names.add(keyOf(function), function.itemName(), function.span());
            } else if (item.getKey() instanceof WorldKey.Name label) {
                names.add(label.name(), spanOf(resolve, item.getValue()));
            }
        }
        return names.violations();
    }

    private static Span spanOf(Resolve resolve, WorldItem item) {
        return item instanceof WorldItem.Type type
                ? resolve.type(type.id()).span()
                : ((WorldItem.Interface) item).span();
    }

    /** Methods and static functions are one kind of name; one that is called like its resource counts as that. */
    private static String keyOf(Function function) {
        String name = function.name().toLowerCase(Locale.ROOT);
        if (function.kind() instanceof FunctionKind.Freestanding
                || function.kind() instanceof FunctionKind.Constructor) {
            return name;
        }
        String member = name.substring(name.indexOf(']') + 1);
        int dot = member.indexOf('.');
        String resource = member.substring(0, dot);
        return member.substring(dot + 1).equals(resource) ? resource : member;
    }
}
