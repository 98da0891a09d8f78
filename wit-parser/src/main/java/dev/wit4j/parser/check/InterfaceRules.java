package dev.wit4j.parser.check;

import dev.wit4j.parser.diagnostic.Diagnostic;
import dev.wit4j.parser.model.Function;
import dev.wit4j.parser.model.FunctionKind;
import dev.wit4j.parser.model.Interface;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.model.TypeId;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What an interface has to be like: its types, functions and the functions of its resources share one set of names. */
final class InterfaceRules {
    private InterfaceRules() {}

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
