package dev.wit4j.parser.print;

import dev.wit4j.parser.model.Function;
import dev.wit4j.parser.model.FunctionKind;
import dev.wit4j.parser.model.Interface;
import dev.wit4j.parser.model.InterfaceId;
import dev.wit4j.parser.model.PackageId;
import dev.wit4j.parser.model.PackageName;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.model.Stability;
import dev.wit4j.parser.model.TypeDef;
import dev.wit4j.parser.model.TypeDefKind;
import dev.wit4j.parser.model.TypeId;
import dev.wit4j.parser.model.TypeOwner;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** What interfaces and worlds have in common: {@code use}, types, and functions. */
final class ItemPrinter {
    private final Resolve resolve;
    private final PackageId home;
    private final Output out;
    private final TypePrinter types;

    /** A printer for items of the package {@code home}. */
    ItemPrinter(Resolve resolve, PackageId home, Output out) {
        this.resolve = resolve;
        this.home = home;
        this.out = out;
        this.types = new TypePrinter(resolve);
    }

    /** The items of an interface, between its braces. */
    void interfaceBody(InterfaceId id) {
        Interface iface = resolve.iface(id);
        var rows = new Rows(out);
        types(new TypeOwner.Interface(id), iface.types(), iface.functions().values(), rows);
        for (Function function : iface.functions().values()) {
            if (function.kind().owner().isEmpty()) {
                rows.separated();
                function("", function);
            }
        }
    }

    /** Uses first, then definitions; {@code functions} are looked through for those of the resources. */
    void types(TypeOwner owner, Map<String, TypeId> named, Collection<Function> functions, Rows rows) {
        List<Use> uses = new ArrayList<>();
        List<TypeId> definitions = new ArrayList<>();
        named.forEach((name, id) -> {
            Optional<TypeDef> used = usedFromElsewhere(owner, resolve.type(id));
            if (used.isEmpty()) {
                definitions.add(id);
            } else {
                addUse(uses, resolve.type(id), name, used.get());
            }
        });
        for (Use use : uses) {
            rows.adjacent();
            out.stability(use.stability());
            out.line("use " + interfacePath(use.from()) + ".{" + String.join(", ", use.names()) + "};");
        }
        for (TypeId id : definitions) {
            rows.separated();
            definition(id, functions);
        }
    }

    /** Names of one interface under one gate. */
    private record Use(InterfaceId from, Stability stability, List<String> names) {}

    private Optional<TypeDef> usedFromElsewhere(TypeOwner owner, TypeDef definition) {
        if (definition.kind() instanceof TypeDefKind.Alias alias && alias.type() instanceof TypeId target) {
            TypeDef used = resolve.type(target);
            boolean elsewhere =
                    !used.owner().equals(TypeOwner.NONE) && !used.owner().equals(owner);
            return elsewhere ? Optional.of(used) : Optional.empty();
        }
        return Optional.empty();
    }

    private static void addUse(List<Use> uses, TypeDef definition, String name, TypeDef used) {
        if (!(used.owner() instanceof TypeOwner.Interface from)) {
            throw new IllegalArgumentException("WIT has no way to use `" + name + "` from a world");
        }
        String usedName = used.name().orElseThrow();
        String written = usedName.equals(name)
                ? WitText.identifier(name)
                : WitText.identifier(usedName) + " as " + WitText.identifier(name);
        Use last = uses.isEmpty() ? null : uses.get(uses.size() - 1);
        if (last != null && last.from().equals(from.id()) && Objects.equals(last.stability(), definition.stability())) {
            last.names().add(written);
        } else {
            uses.add(new Use(from.id(), definition.stability(), new ArrayList<>(List.of(written))));
        }
    }

    private void definition(TypeId id, Collection<Function> functions) {
        TypeDef definition = resolve.type(id);
        out.docs(definition.docs());
        out.stability(definition.stability());
        out.externalId(definition.externalId());
        String name = WitText.identifier(definition.name().orElseThrow());
        TypeDefKind kind = definition.kind();
        if (kind instanceof TypeDefKind.Resource) {
            resource(id, name, functions);
        } else if (kind instanceof TypeDefKind.Record shape) {
            out.open("record " + name);
            shape.fields().forEach(field -> {
                out.docs(field.docs());
                out.line(WitText.identifier(field.name()) + ": " + types.use(field.type()) + ",");
            });
            out.close();
        } else if (kind instanceof TypeDefKind.Flags shape) {
            out.open("flags " + name);
            shape.flags().forEach(flag -> {
                out.docs(flag.docs());
                out.line(WitText.identifier(flag.name()) + ",");
            });
            out.close();
        } else if (kind instanceof TypeDefKind.Variant shape) {
            out.open("variant " + name);
            shape.cases().forEach(choice -> {
                out.docs(choice.docs());
                out.line(WitText.identifier(choice.name())
                        + choice.type().map(type -> "(" + types.use(type) + ")").orElse("") + ",");
            });
            out.close();
        } else if (kind instanceof TypeDefKind.Enum shape) {
            out.open("enum " + name);
            shape.cases().forEach(choice -> {
                out.docs(choice.docs());
                out.line(WitText.identifier(choice.name()) + ",");
            });
            out.close();
        } else {
            out.line("type " + name + " = " + types.definition(kind) + ";");
        }
    }

    private void resource(TypeId id, String name, Collection<Function> functions) {
        List<Function> members = functions.stream()
                .filter(function -> function.kind().owner().equals(Optional.of(id)))
                .toList();
        if (members.isEmpty()) {
            out.line("resource " + name + ";");
            return;
        }
        out.open("resource " + name);
        members.forEach(member -> function("", member));
        out.close();
    }

    /** One function; {@code verb} is {@code "import "}, {@code "export "} or nothing. */
    void function(String verb, Function function) {
        out.docs(function.docs());
        out.stability(function.stability());
        out.externalId(function.externalId());
        out.line(verb + head(function) + parameters(function) + result(function) + ";");
    }

    private static String head(Function function) {
        if (function.kind() instanceof FunctionKind.Constructor) {
            return "constructor";
        }
        return WitText.identifier(function.itemName())
                + ": "
                + (function.kind() instanceof FunctionKind.Static ? "static " : "")
                + (function.kind().async() ? "async " : "")
                + "func";
    }

    private String parameters(Function function) {
        int implicit = function.kind() instanceof FunctionKind.Method ? 1 : 0;
        return function.params().stream()
                .skip(implicit)
                .map(param -> WitText.identifier(param.name()) + ": " + types.use(param.type()))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private String result(Function function) {
        if (function.result().isEmpty()) {
            return "";
        }
        if (function.kind() instanceof FunctionKind.Constructor constructor
                && function.result().get() instanceof TypeId result
                && resolve.type(result).kind().equals(new TypeDefKind.Own(constructor.resource()))) {
            return "";
        }
        return " -> " + types.use(function.result().get());
    }

    /** The shortest path that names the interface from within the package at hand. */
    String interfacePath(InterfaceId id) {
        Interface iface = resolve.iface(id);
        String name = WitText.identifier(iface.name().orElseThrow());
        if (iface.packageId().equals(home)) {
            return name;
        }
        PackageName from = resolve.pkg(iface.packageId()).name();
        return WitText.identifier(from.namespace()) + ":" + WitText.identifier(from.name()) + "/" + name
                + from.version().map(version -> "@" + version).orElse("");
    }
}
