package dev.wit4j.parser.binary;

import dev.wit4j.parser.draft.InterfaceDraft;
import dev.wit4j.parser.draft.ResolveDraft;
import dev.wit4j.parser.model.Docs;
import dev.wit4j.parser.model.Stability;
import dev.wit4j.parser.model.WorldItem;
import dev.wit4j.parser.model.WorldKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Puts metadata into one side of a world. Old encodings put that of exports among that of imports. */
final class WorldSideInjection {
    private final ResolveDraft draft;
    private final Map<WorldKey, WorldItem> side;
    private final Map<WorldKey, WorldItem> otherSide;
    private final Map<String, WorldKey> keys = new HashMap<>();

    /**
     * Prepares for one side.
     *
     * @param side its items; they are replaced
     * @param otherSide where an item is looked for that is not in {@code side}; empty to look nowhere else
     */
    WorldSideInjection(ResolveDraft draft, Map<WorldKey, WorldItem> side, Map<WorldKey, WorldItem> otherSide) {
        this.draft = draft;
        this.side = side;
        this.otherSide = otherSide;
        side.keySet().forEach(key -> keys.put(name(key), key));
    }

    private String name(WorldKey key) {
        if (key instanceof WorldKey.Name name) {
            return name.name();
        }
        InterfaceDraft iface = draft.iface(((WorldKey.Interface) key).id());
        return draft.pkg(iface.packageId()).name().item(iface.name().orElseThrow());
    }

    void inject(WorldMetadata.Side metadata) throws InvalidPackageException {
        for (var entry : metadata.inline().entrySet()) {
            inline(entry.getKey(), entry.getValue());
        }
        for (var entry : metadata.functions().entrySet()) {
            function(entry.getKey(), entry.getValue());
        }
        for (var entry : metadata.stabilities().entrySet()) {
            WorldItem.Interface item = reference(entry.getKey());
            replace(entry.getKey(), item, entry.getValue(), item.docs());
        }
        for (var entry : metadata.docs().entrySet()) {
            WorldItem.Interface item = reference(entry.getKey());
            replace(entry.getKey(), item, item.stability(), Optional.of(entry.getValue()));
        }
    }

    private void inline(String label, InterfaceMetadata metadata) throws InvalidPackageException {
        WorldKey key = new WorldKey.Name(label);
        Map<WorldKey, WorldItem> where = side.containsKey(key) ? side : otherSide;
        if (!(where.get(key) instanceof WorldItem.Interface item)) {
            throw MetadataMaps.unknown("interface", label);
        }
        where.put(
                key,
                new WorldItem.Interface(item.id(), metadata.stability(), item.externalId(), item.docs(), item.span()));
        metadata.inject(draft, draft.iface(item.id()));
    }

    private void function(String name, ItemMetadata metadata) throws InvalidPackageException {
        WorldKey key = new WorldKey.Name(name);
        Map<WorldKey, WorldItem> where = side.containsKey(key) ? side : otherSide;
        if (!(where.get(key) instanceof WorldItem.Function item)) {
            throw MetadataMaps.unknown("function", name);
        }
        where.put(key, new WorldItem.Function(DocumentedItems.document(item.function(), metadata)));
    }

    private WorldItem.Interface reference(String name) throws InvalidPackageException {
        WorldKey key = keys.get(name);
        if (key != null && side.get(key) instanceof WorldItem.Interface item) {
            return item;
        }
        throw MetadataMaps.unknown("interface", name);
    }

    private void replace(String name, WorldItem.Interface item, Stability stability, Optional<Docs> docs) {
        WorldKey key = keys.get(name);
        if (key != null) {
            side.put(key, new WorldItem.Interface(item.id(), stability, item.externalId(), docs, item.span()));
        }
    }
}
