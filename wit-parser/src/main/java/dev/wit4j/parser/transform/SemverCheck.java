package dev.wit4j.parser.transform;

import dev.wit4j.parser.model.Function;
import dev.wit4j.parser.model.Interface;
import dev.wit4j.parser.model.InterfaceId;
import dev.wit4j.parser.model.PackageName;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.model.TypeId;
import dev.wit4j.parser.model.World;
import dev.wit4j.parser.model.WorldId;
import dev.wit4j.parser.model.WorldItem;
import dev.wit4j.parser.model.WorldKey;
import dev.wit4j.parser.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells whether a component that was made for one version of a world runs in the next: the next may offer more imports and
 * ask for fewer exports, and what both know must be the same. Versions of packages do not count.
 */
public final class SemverCheck {
    private final Resolve previous;
    private final Resolve next;
    private final TypeComparison types;
    private final List<Incompatibility> found = new ArrayList<>();

    private SemverCheck(Resolve previous, Resolve next) {
        this.previous = previous;
        this.next = next;
        this.types = new TypeComparison(previous, next);
    }

    /**
     * Compares two worlds.
     *
     * @param previous the model of the earlier world
     * @param from the earlier world
     * @param next the model of the later world, which may be the same
     * @param to the later world
     * @return everything that stands in the way; empty if nothing does
     * @throws TransformException if the worlds are of different packages
     */
    public static List<Incompatibility> between(Resolve previous, WorldId from, Resolve next, WorldId to)
            throws TransformException {
        World earlier = previous.world(from);
        World later = next.world(to);
        String earlierPackage = unversioned(previous, earlier);
        String laterPackage = unversioned(next, later);
        if (!earlierPackage.equals(laterPackage)) {
            throw new TransformException(
                    "the previous world is in package " + earlierPackage + ", the new one in another package, "
                            + laterPackage,
                    later.span());
        }
        SemverCheck check = new SemverCheck(previous, next);
        check.imports(earlier, later);
        check.exports(earlier, later);
        return List.copyOf(check.found);
    }

    /**
     * Compares two versions of an interface as one that components import: the next may have more.
     *
     * @param previous the model of the earlier interface
     * @param from the earlier interface, which has a name
     * @param next the model of the later interface, which may be the same
     * @param to the later interface
     * @return everything that stands in the way; empty if nothing does
     */
    public static List<Incompatibility> between(Resolve previous, InterfaceId from, Resolve next, InterfaceId to) {
        SemverCheck check = new SemverCheck(previous, next);
        String name = TypeComparison.unversioned(previous, from);
        check.iface("interface `" + name + "`", previous.iface(from), next.iface(to), true);
        return List.copyOf(check.found);
    }

    private static String unversioned(Resolve resolve, World world) {
        PackageName name = resolve.pkg(world.packageId()).name();
        return name.namespace() + ":" + name.name();
    }

    private void imports(World earlier, World later) {
        Map<String, WorldItem> offered = byName(next, later.imports());
        byName(previous, earlier.imports()).forEach((name, item) -> {
            String where = "import `" + name + "`";
            WorldItem now = offered.get(name);
            if (now == null) {
                report(where, "is gone, but components made for the previous world need it", later.span());
            } else {
                same(where, item, now, true);
            }
        });
    }

    private void exports(World earlier, World later) {
        Map<String, WorldItem> present = byName(previous, earlier.exports());
        byName(next, later.exports()).forEach((name, item) -> {
            String where = "export `" + name + "`";
            WorldItem before = present.get(name);
            if (before == null) {
                report(where, "is new, but components made for the previous world do not have it", span(item));
            } else {
                same(where, before, item, false);
            }
        });
    }

    /** Items by their names without versions; where that is ambiguous, the full names count. */
    private static Map<String, WorldItem> byName(Resolve resolve, Map<WorldKey, WorldItem> items) {
        Map<String, WorldItem> named = new LinkedHashMap<>();
        items.forEach((key, item) -> {
            String name = key instanceof WorldKey.Name plain
                    ? plain.name()
                    : TypeComparison.unversioned(resolve, ((WorldKey.Interface) key).id());
            if (named.putIfAbsent(name, item) != null && key instanceof WorldKey.Interface iface) {
                named.put(resolve.idOf(iface.id()).orElseThrow(), item);
            }
        });
        return named;
    }

    private void same(String where, WorldItem before, WorldItem now, boolean imported) {
        if (before instanceof WorldItem.Interface earlier && now instanceof WorldItem.Interface later) {
            iface(where, previous.iface(earlier.id()), next.iface(later.id()), imported);
        } else if (before instanceof WorldItem.Function earlier && now instanceof WorldItem.Function later) {
            function(where, earlier.function(), later.function());
        } else if (before instanceof WorldItem.Type earlier && now instanceof WorldItem.Type later) {
            type(where, earlier.id(), later.id());
        } else {
            report(where, "was " + kind(before) + ", is " + kind(now), span(now));
        }
    }

    private static String kind(WorldItem item) {
        if (item instanceof WorldItem.Interface) {
            return "an interface";
        }
        return item instanceof WorldItem.Function ? "a function" : "a type";
    }

    /** Of an import everything must still be there; of an export nothing may have come. */
    private void iface(String where, Interface earlier, Interface later, boolean imported) {
        for (String name : (imported ? earlier : later).types().keySet()) {
            Optional<TypeId> before = Optional.ofNullable(earlier.types().get(name));
            Optional<TypeId> now = Optional.ofNullable(later.types().get(name));
            String what = where + ", type `" + name + "`";
            if (before.isPresent() && now.isPresent()) {
                type(what, before.get(), now.get());
            } else {
                differs(what, imported, now.map(id -> next.type(id).span()).orElse(later.span()));
            }
        }
        for (String name : (imported ? earlier : later).functions().keySet()) {
            Optional<Function> before = Optional.ofNullable(earlier.functions().get(name));
            Optional<Function> now = Optional.ofNullable(later.functions().get(name));
            String what = where + ", function `" + name + "`";
            if (before.isPresent() && now.isPresent()) {
                function(what, before.get(), now.get());
            } else {
                differs(what, imported, now.map(Function::span).orElse(later.span()));
            }
        }
    }

    private void differs(String what, boolean imported, Span span) {
        report(
                what,
                imported
                        ? "is gone, but components made for the previous one need it"
                        : "is new, but components made for the previous one do not have it",
                span);
    }

    private void type(String where, TypeId before, TypeId now) {
        types.difference(before, now)
                .ifPresent(
                        difference -> report(where, difference, next.type(now).span()));
    }

    private void function(String where, Function before, Function now) {
        types.difference(before, now).ifPresent(difference -> report(where, difference, now.span()));
    }

    private Span span(WorldItem item) {
        if (item instanceof WorldItem.Interface reference) {
            return reference.span();
        }
        return item instanceof WorldItem.Function function
                ? function.function().span()
                : ((WorldItem.Type) item).span();
    }

    private void report(String where, String message, Span span) {
        found.add(new Incompatibility(where, message, span));
    }
}
