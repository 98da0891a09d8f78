package dev.wit4j.parser.resolve;

import dev.wit4j.parser.ast.Identifier;
import dev.wit4j.parser.ast.ItemPath;
import dev.wit4j.parser.diagnostic.Diagnostic;
import dev.wit4j.parser.diagnostic.Diagnostics;
import dev.wit4j.parser.diagnostic.NearestName;
import dev.wit4j.parser.model.InterfaceId;
import dev.wit4j.parser.model.TypeId;
import dev.wit4j.parser.model.WorldId;
import dev.wit4j.parser.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The names of one package while it is resolved: those of each file, those of all files, those of each interface. */
final class PackageScope {
    final UnresolvedPackage draft;
    final Diagnostics diagnostics;
    final List<Map<String, NamedItem>> files = new ArrayList<>();
    final Map<String, NamedItem> packageItems = new LinkedHashMap<>();
    final Map<UnresolvedPackage.ForeignItem, NamedItem> foreignItems = new HashMap<>();
    private final Map<InterfaceId, Map<String, Entry>> interfaceNames = new HashMap<>();

    PackageScope(UnresolvedPackage draft, Diagnostics diagnostics) {
        this.draft = draft;
        this.diagnostics = diagnostics;
    }

    /** What the name of an item means. */
    sealed interface NamedItem {
        record OfInterface(InterfaceId id) implements NamedItem {}

        record OfWorld(WorldId id) implements NamedItem {}
    }

    /** What a name in an interface or world means. */
    sealed interface Entry {
        record OfType(TypeId id, Span span) implements Entry {}

        record OfFunction() implements Entry {}

        /** Something is wrong with the definition, and has been reported. */
        record Broken() implements Entry {}
    }

    Map<String, Entry> namesOf(InterfaceId id) {
        Map<String, Entry> names = interfaceNames.get(id);
        if (names == null) {
            names = new LinkedHashMap<>();
            interfaceNames.put(id, names);
        }
        return names;
    }

    void setNames(InterfaceId id, Map<String, Entry> names) {
        interfaceNames.put(id, names);
    }

    /** The interface that {@code path}, in the given file, names; reports if it names none. */
    Optional<InterfaceId> interfaceAt(ItemPath path, int file) {
        Optional<NamedItem> found = itemAt(path, file);
        if (found.isPresent() && found.get() instanceof NamedItem.OfInterface item) {
            return Optional.of(item.id());
        }
        found.ifPresent(world -> error(
                "not-an-interface",
                path.item(),
                "name `" + path.item().name() + "` is defined as a world, not an interface"));
        return Optional.empty();
    }

    /** The world that {@code path}, in the given file, names; reports if it names none. */
    Optional<WorldId> worldAt(ItemPath path, int file) {
        Optional<NamedItem> found = itemAt(path, file);
        if (found.isPresent() && found.get() instanceof NamedItem.OfWorld item) {
            return Optional.of(item.id());
        }
        found.ifPresent(item -> error(
                "not-a-world",
                path.item(),
                "name `" + path.item().name() + "` is defined as an interface, not a world"));
        return Optional.empty();
    }

    private Optional<NamedItem> itemAt(ItemPath path, int file) {
        String name = path.item().name();
        if (path instanceof ItemPath.Foreign foreign) {
            return foreignItem(foreign);
        }
        NamedItem found = files.get(file).get(name);
        if (found == null) {
            found = packageItems.get(name);
        }
        if (found == null) {
            itemNotFound(path.item(), files.get(file).keySet());
        }
        return Optional.ofNullable(found);
    }

    Optional<NamedItem> foreignItem(ItemPath.Foreign path) {
        UnresolvedPackage.ForeignPackage foreign =
                draft.foreign.get(path.packagePath().packageName());
        UnresolvedPackage.ForeignItem item =
                foreign == null ? null : foreign.items.get(path.item().name());
        return item == null ? Optional.empty() : Optional.ofNullable(foreignItems.get(item));
    }

    void itemNotFound(Identifier name, Set<String> inFile) {
        NearestName.report(
                diagnostics,
                Diagnostic.error(
                        "item-not-found", name.span(), "interface or world `" + name.name() + "` does not exist"),
                name.name(),
                () -> Stream.concat(inFile.stream(), packageItems.keySet().stream()));
    }

    void error(String code, Identifier at, String message) {
        diagnostics.report(Diagnostic.error(code, at.span(), message));
    }
}
