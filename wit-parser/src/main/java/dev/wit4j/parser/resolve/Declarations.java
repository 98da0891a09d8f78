package dev.wit4j.parser.resolve;

import dev.wit4j.parser.ast.Identifier;
import dev.wit4j.parser.ast.Item;
import dev.wit4j.parser.ast.ItemPath;
import dev.wit4j.parser.diagnostic.Diagnostic;
import dev.wit4j.parser.model.InterfaceId;
import dev.wit4j.parser.model.WorldId;
import dev.wit4j.parser.resolve.PackageScope.NamedItem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Second phase of a package: its interfaces and worlds get their names and, in an order in which each comes behind what it
 * uses, their ids.
 */
final class Declarations {
    private final PackageScope scope;
    private final List<List<Item>> files;
    private final Map<String, Declared> declared = new LinkedHashMap<>();
    private final Map<String, List<Identifier>> dependencies = new LinkedHashMap<>();
    private final List<DeclaredInterface> interfaces = new ArrayList<>();
    private final List<DeclaredWorld> worlds = new ArrayList<>();

    Declarations(PackageScope scope) {
        this.scope = scope;
        this.files = scope.draft.text.files();
    }

    /** An interface with its id and the file that it is in. */
    record DeclaredInterface(InterfaceId id, Item.InterfaceDeclaration declaration, int file) {}

    /** A world with its id and the file that it is in. */
    record DeclaredWorld(WorldId id, Item.WorldDeclaration declaration, int file) {}

    private record Declared(Identifier name, Item item, int file) {}

    /** The interfaces, each behind those that it uses. */
    List<DeclaredInterface> interfaces() {
        return interfaces;
    }

    /** The worlds, each behind those that it includes. */
    List<DeclaredWorld> worlds() {
        return worlds;
    }

    void declare() {
        for (int file = 0; file < files.size(); file++) {
            for (Item item : files.get(file)) {
                declareName(item, file);
            }
        }
        for (List<Item> file : files) {
            collectDependencies(file);
        }
        TopologicalOrder order = TopologicalOrder.of(dependencies);
        for (Identifier missing : order.missing()) {
            reportMissing(missing);
        }
        if (order.cycle().isPresent()) {
            Identifier name = order.cycle().get();
            scope.diagnostics.report(Diagnostic.error(
                            "item-cycle", name.span(), "interface or world `" + name.name() + "` depends on itself")
                    .withHint("move the shared types to an interface of their own"));
        }
        for (String name : order.names()) {
            allocate(name);
        }
        for (List<Item> file : files) {
            addFileScope(file);
        }
    }

    private void declareName(Item item, int file) {
        Identifier name;
        if (item instanceof Item.InterfaceDeclaration declaration) {
            name = declaration.name();
        } else if (item instanceof Item.WorldDeclaration declaration) {
            name = declaration.name();
        } else {
            return;
        }
        Declared first = declared.putIfAbsent(name.name(), new Declared(name, item, file));
        if (first == null) {
            dependencies.put(name.name(), new ArrayList<>());
        } else {
            scope.diagnostics.report(
                    Diagnostic.error("duplicate-item", name.span(), "duplicate item named `" + name.name() + "`")
                            .withLabel(first.name().span(), "first defined here"));
        }
    }

    /** What each interface and world of the file uses, as far as it is in this package. */
    private void collectDependencies(List<Item> file) {
        Map<String, Optional<Identifier>> inFile = new LinkedHashMap<>();
        Set<String> repeated = new HashSet<>();
        for (Item item : file) {
            Identifier name = nameOf(item);
            boolean foreign = item instanceof Item.TopLevelUse use && use.path() instanceof ItemPath.Foreign;
            Identifier target =
                    item instanceof Item.TopLevelUse use ? use.path().item() : name;
            if (inFile.containsKey(name.name()) && repeated.add(name.name())) {
                scope.error("duplicate-name", name, "duplicate name `" + name.name() + "` in this file");
            }
            inFile.putIfAbsent(name.name(), foreign ? Optional.empty() : Optional.of(target));
        }
        for (ItemPaths.Mention mention : ItemPaths.in(file)) {
            if (mention.dependent().isEmpty() || mention.path() instanceof ItemPath.Foreign) {
                continue;
            }
            Identifier used = mention.path().item();
            if (!inFile.containsKey(used.name()) && !declared.containsKey(used.name())) {
                reportMissing(used);
                continue;
            }
            Optional<Identifier> target = inFile.getOrDefault(used.name(), Optional.of(used));
            if (target.isPresent()) {
                dependencies
                        .getOrDefault(mention.dependent().get().name(), new ArrayList<>())
                        .add(target.get());
            }
        }
    }

    private static Identifier nameOf(Item item) {
        if (item instanceof Item.InterfaceDeclaration declaration) {
            return declaration.name();
        }
        if (item instanceof Item.WorldDeclaration declaration) {
            return declaration.name();
        }
        if (item instanceof Item.TopLevelUse use) {
            return use.name();
        }
        throw new IllegalStateException("a package inside of a package reaches the resolver");
    }

    private void reportMissing(Identifier name) {
        scope.itemNotFound(name, declared.keySet());
    }

    private void allocate(String name) {
        Declared found = declared.get(name);
        if (found == null) {
            return;
        }
        if (found.item() instanceof Item.InterfaceDeclaration declaration) {
            InterfaceId id = scope.draft.addInterface(
                    Optional.of(name), Optional.empty(), found.name().span());
            interfaces.add(new DeclaredInterface(id, declaration, found.file()));
            scope.packageItems.put(name, new NamedItem.OfInterface(id));
        } else if (found.item() instanceof Item.WorldDeclaration declaration) {
            WorldId id =
                    scope.draft.addWorld(name, Optional.empty(), found.name().span());
            worlds.add(new DeclaredWorld(id, declaration, found.file()));
            scope.packageItems.put(name, new NamedItem.OfWorld(id));
        }
    }

    private void addFileScope(List<Item> file) {
        Map<String, NamedItem> names = new LinkedHashMap<>();
        for (Item item : file) {
            Identifier name = nameOf(item);
            Optional<NamedItem> target = item instanceof Item.TopLevelUse use
                    ? targetOf(use)
                    : Optional.ofNullable(scope.packageItems.get(name.name()));
            if (target.isPresent()) {
                names.putIfAbsent(name.name(), target.get());
            }
        }
        scope.files.add(names);
    }

    private Optional<NamedItem> targetOf(Item.TopLevelUse use) {
        if (!use.gates().isEmpty()) {
            scope.diagnostics.report(Diagnostic.error(
                    "misplaced-attribute", use.span(), "a `use` outside of interfaces and worlds takes no attributes"));
        }
        if (use.path() instanceof ItemPath.Foreign foreign) {
            return scope.foreignItem(foreign);
        }
        NamedItem found = scope.packageItems.get(use.path().item().name());
        if (found == null) {
            reportMissing(use.path().item());
        }
        return Optional.ofNullable(found);
    }
}
