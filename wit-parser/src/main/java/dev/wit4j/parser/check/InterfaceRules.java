package dev.wit4j.parser.check;

import dev.wit4j.parser.diagnostic.Diagnostic;
import dev.wit4j.parser.model.Function;
import dev.wit4j.parser.model.FunctionKind;
import dev.wit4j.parser.model.Interface;
import dev.wit4j.parser.model.Resolve;
import java.util.List;
import java.util.Locale;

/** What an interface has to be like: its types, functions and the functions of its resources share one set of names. */
final class InterfaceRules {
    private InterfaceRules() {}

    static List<Diagnostic> violations(Resolve resolve, Interface iface) {
        UniqueNames names = new UniqueNames("item");
        iface.types().forEach((name, id) -> names.add(name, resolve.type(id).span()));
        iface.functions()
                .values()
                .forEach(function -> names.add(keyOf(function), function.itemName(), function.span()));
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
