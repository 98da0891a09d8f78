package dev.wit4j.codegen.name;

import dev.wit4j.codegen.live.LiveWorld;
import dev.wit4j.codegen.live.LiveWorld.Item;
import dev.wit4j.codegen.live.LiveWorld.Label;
import dev.wit4j.codegen.live.Unit;
import dev.wit4j.parser.diagnostic.Diagnostic;
import dev.wit4j.parser.model.PackageName;
import dev.wit4j.parser.model.Resolve;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names the class of a world, and the members by which its imports and exports are reached.
 *
 * @param world its class
 * @param imports one name per import, a component of {@code Imports}
 * @param exports one name per export, a component of {@code Exports} and a method of {@code Guest}
 */
public record WorldNaming(JavaName world, List<String> imports, List<String> exports) {
    public WorldNaming {
        imports = List.copyOf(imports);
        exports = List.copyOf(exports);
    }

    /** Names {@code live}; what falls together is reported to {@code diagnostics}. */
    public static WorldNaming assign(LiveWorld live, Names names, Naming naming, List<Diagnostic> diagnostics) {
        Resolve resolve = live.resolve();
        Set<String> guestMethods = live.exports().stream()
                .filter(item -> item.label() == Label.WORLD || isOnlyExport(live, item))
                .flatMap(item -> methods(item.unit(), names))
                .collect(Collectors.toSet());
        return new WorldNaming(
                new WorldClasses(resolve, naming).of(live.id()),
                members(resolve, live.imports(), Set.of(), diagnostics),
                members(resolve, live.exports(), guestMethods, diagnostics));
    }

    /** Whether {@code item} is an exported interface and the world exports nothing else: then the guest is that interface. */
    public static boolean isOnlyExport(LiveWorld live, Item item) {
        List<Item> callable =
                live.exports().stream().filter(e -> e.unit().isCallable()).toList();
        return callable.equals(List.of(item)) && item.label() != Label.WORLD;
    }

    private static Stream<String> methods(Unit unit, Names names) {
        return unit.functions().stream()
                .map(function -> names.function(unit.key(), function.name()).method());
    }

    private static List<String> members(
            Resolve resolve, List<Item> items, Set<String> taken, List<Diagnostic> diagnostics) {
        var tracks = new Tracks(resolve);
        Map<String, Long> plain = count(items.stream().map(WorldNaming::plain).toList());
        Map<String, Long> withPackage =
                count(items.stream().map(item -> withPackage(resolve, item)).toList());
        NameScope scope = NameScope.ofMembers(diagnostics);
        var members = new ArrayList<String>();
        for (Item item : items) {
            String wit = plain(item);
            if (plain.getOrDefault(wit, 0L) > 1 && item.label() == Label.INTERFACE) {
                wit = withPackage(resolve, item);
                if (withPackage.getOrDefault(wit, 0L) > 1) {
                    wit += tracks.segment(packageName(resolve, item))
                            .map(segment -> "-" + segment)
                            .orElse("");
                }
            }
            String name = ReservedWords.method(Casing.lowerCamel(wit).replace("-", ""));
            boolean clashes = taken.contains(name) && item.label() != Label.WORLD;
            members.add(scope.claim(
                    clashes ? name + "Interface" : name,
                    item.name(),
                    item.unit().span()));
        }
        return members;
    }

    private static Map<String, Long> count(List<String> names) {
        return names.stream().collect(Collectors.groupingBy(name -> name, Collectors.counting()));
    }

    private static String plain(Item item) {
        boolean isNamedHere = item.label() == Label.GIVEN || item.label() == Label.INLINE;
        return isNamedHere ? item.name() : item.unit().shortName();
    }

    private static String withPackage(Resolve resolve, Item item) {
        return packageName(resolve, item).name() + "-" + plain(item);
    }

    private static PackageName packageName(Resolve resolve, Item item) {
        return resolve.pkg(item.unit().packageId()).name();
    }
}
