package dev.wit4j.parser.resolve;

import dev.wit4j.parser.diagnostic.Diagnostic;
import dev.wit4j.parser.diagnostic.Diagnostics;
import dev.wit4j.parser.model.FunctionKind;
import dev.wit4j.parser.model.InterfaceId;
import dev.wit4j.parser.model.Stability;
import dev.wit4j.parser.model.TypeDef;
import dev.wit4j.parser.model.TypeDefKind;
import dev.wit4j.parser.model.TypeId;
import dev.wit4j.parser.model.WorldId;
import dev.wit4j.parser.model.WorldItem;
import dev.wit4j.parser.model.WorldKey;
import dev.wit4j.parser.resolve.ModelBuilder.WorldBuilder;
import dev.wit4j.parser.source.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Adds to a world the interfaces that its items need, and orders what it imports so that each comes behind its needs. */
final class WorldElaboration {
    private static final int LAST_RANK = 4;

    private final ModelBuilder model;
    private final WorldBuilder world;
    private final Map<WorldKey, WorldItem> imports = new LinkedHashMap<>();
    private final Map<WorldKey, WorldItem> exports = new LinkedHashMap<>();
    /** The exported interfaces that another export may rest on; one exported by a label only is none of them. */
    private final Set<InterfaceId> exported = new HashSet<>();
    /** The interfaces that some export takes from outside. */
    private final Set<InterfaceId> required = new HashSet<>();

    private WorldElaboration(ModelBuilder model, WorldBuilder world) {
        this.model = model;
        this.world = world;
    }

    static void elaborate(ModelBuilder model, WorldId id, Diagnostics diagnostics) {
        WorldBuilder world = model.get(id);
        WorldElaboration elaboration = new WorldElaboration(model, world);
        elaboration.addImports();
        Optional<String> impossible = elaboration.addExports();
        if (impossible.isPresent()) {
            diagnostics.report(Diagnostic.error(
                            "incompatible-dependency",
                            world.span,
                            "interface `" + impossible.get()
                                    + "` would need another interface both imported and exported")
                    .withHint(
                            "between this export and another one it uses stands an interface that is not exported; export"
                                    + " that, too"));
        }
        world.imports = sorted(model, elaboration.imports);
        world.exports = elaboration.exports;
    }

    private void addImports() {
        for (Map.Entry<WorldKey, WorldItem> entry : sorted(model, world.imports).entrySet()) {
            WorldItem item = entry.getValue();
            if (item instanceof WorldItem.Interface named) {
                addImport(entry.getKey(), named);
            } else {
                if (item instanceof WorldItem.Type type) {
                    Optional<InterfaceId> needed = model.interfaceBehind(type.id());
                    if (needed.isPresent()) {
                        Stability stability = model.get(type.id()).stability();
                        addImport(new WorldKey.Interface(needed.get()), bare(needed.get(), stability));
                    }
                }
                imports.put(entry.getKey(), item);
            }
        }
    }

    /** Adds an interface behind what it needs. */
    private void addImport(WorldKey key, WorldItem.Interface item) {
        Deque<Pending> path = new ArrayDeque<>();
        path.push(new Pending(key, item, false));
        while (!path.isEmpty()) {
            Pending current = path.element();
            if (imports.containsKey(current.key)) {
                path.pop();
            } else if (current.needed.hasNext()) {
                path.push(current.next(false));
            } else {
                imports.put(current.key, current.item);
            }
        }
    }

    /** The name of the first export that cannot be; empty if all can. */
    private Optional<String> addExports() {
        List<Map.Entry<WorldKey, WorldItem.Interface>> interfaces = new ArrayList<>();
        for (Map.Entry<WorldKey, WorldItem> entry : world.exports.entrySet()) {
            if (entry.getValue() instanceof WorldItem.Interface named) {
                interfaces.add(Map.entry(entry.getKey(), named));
                if (entry.getKey() instanceof WorldKey.Interface known) {
                    exported.add(known.id());
                }
            } else {
                exports.put(entry.getKey(), entry.getValue());
            }
        }
        for (Map.Entry<WorldKey, WorldItem.Interface> entry : interfaces) {
            if (!addExport(entry.getKey(), entry.getValue())) {
                return Optional.of(model.nameOf(entry.getKey()));
            }
        }
        return Optional.empty();
    }

    /**
     * Adds an interface and what it needs: to the exports if it is exported and only exports lie between, else to the
     * imports. False if it would have to be both.
     */
    private boolean addExport(WorldKey key, WorldItem.Interface item) {
        Deque<Pending> path = new ArrayDeque<>();
        path.push(new Pending(key, item, true));
        while (!path.isEmpty()) {
            Pending current = path.element();
            InterfaceId id = current.item.id();
            if (exports.containsKey(current.key)) {
                if (!current.asExport) {
                    return false;
                }
                path.pop();
            } else if (!current.asExport && required.contains(id)) {
                path.pop();
            } else if (current.needed.hasNext()) {
                path.push(current.next(current.asExport));
            } else if (!current.asExport) {
                required.add(id);
                imports.put(current.key, current.item);
            } else if (required.contains(id)) {
                return false;
            } else {
                exports.put(current.key, current.item);
            }
        }
        return true;
    }

    private static WorldItem.Interface bare(InterfaceId id, Stability stability) {
        return new WorldItem.Interface(id, stability, Optional.empty(), Optional.empty(), Span.NONE);
    }

    /** An interface whose needs are being added; kept on a stack of ours, as chains may be longer than the JVM's goes. */
    private final class Pending {
        private final WorldKey key;
        private final WorldItem.Interface item;
        private final boolean asExport;
        private final Iterator<InterfaceId> needed;

        Pending(WorldKey key, WorldItem.Interface item, boolean asExport) {
            this.key = key;
            this.item = item;
            this.asExport = asExport;
            this.needed = model.dependencies(item.id()).iterator();
        }

        Pending next(boolean exporting) {
            InterfaceId id = needed.next();
            return new Pending(
                    new WorldKey.Interface(id), bare(id, item.stability()), exporting && exported.contains(id));
        }
    }

    /** Interfaces, types taken from them, own types, functions, functions of resources; within these as they are. */
    private static Map<WorldKey, WorldItem> sorted(ModelBuilder model, Map<WorldKey, WorldItem> items) {
        Map<WorldKey, WorldItem> sorted = new LinkedHashMap<>();
        for (int rank = 0; rank <= LAST_RANK; rank++) {
            for (Map.Entry<WorldKey, WorldItem> entry : items.entrySet()) {
                if (rank(model, entry.getValue()) == rank) {
                    sorted.put(entry.getKey(), entry.getValue());
                }
            }
        }
        return sorted;
    }

    private static int rank(ModelBuilder model, WorldItem item) {
        if (item instanceof WorldItem.Interface) {
            return 0;
        }
        if (item instanceof WorldItem.Function function) {
            return function.function().kind() instanceof FunctionKind.Freestanding ? 3 : LAST_RANK;
        }
        TypeDef type = model.get(((WorldItem.Type) item).id());
        boolean taken = type.kind() instanceof TypeDefKind.Alias alias
                && alias.type() instanceof TypeId target
                && !model.get(target).owner().equals(type.owner());
        return taken ? 1 : 2;
    }
}
