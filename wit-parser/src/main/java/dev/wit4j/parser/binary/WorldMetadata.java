package dev.wit4j.parser.binary;

import dev.wit4j.parser.draft.ResolveDraft;
import dev.wit4j.parser.draft.WorldDraft;
import dev.wit4j.parser.model.Docs;
import dev.wit4j.parser.model.Interface;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.model.Stability;
import dev.wit4j.parser.model.World;
import dev.wit4j.parser.model.WorldItem;
import dev.wit4j.parser.model.WorldKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the encoding of a world cannot say in types.
 *
 * @param types of the world's types
 * @param imports of what it imports
 * @param exports of what it exports
 */
record WorldMetadata(
        Optional<Docs> docs, Stability stability, Map<String, ItemMetadata> types, Side imports, Side exports) {

    /**
     * One side of a world.
     *
     * @param inline of interfaces written inline, by label
     * @param functions of functions, by name
     * @param stabilities the gates of references to interfaces, by full name or label
     * @param docs the documentation of such references
     */
    record Side(
            Map<String, InterfaceMetadata> inline,
            Map<String, ItemMetadata> functions,
            Map<String, Stability> stabilities,
            Map<String, Docs> docs) {
        Side() {
            this(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        }

        boolean isEmpty() {
            return inline.isEmpty() && functions.isEmpty() && stabilities.isEmpty() && docs.isEmpty();
        }
    }

    static WorldMetadata of(Resolve resolve, World world) {
        Map<String, ItemMetadata> types = new LinkedHashMap<>();
        Side imports = new Side();
        Side exports = new Side();
        world.imports().forEach((key, item) -> {
            if (item instanceof WorldItem.Type type) {
                ItemMetadata metadata = DocumentedItems.of(resolve.type(type.id()));
                if (!metadata.isEmpty()) {
                    types.put(WorldKeys.name(resolve, key), metadata);
                }
            } else {
                add(resolve, imports, key, item);
            }
        });
        world.exports().forEach((key, item) -> add(resolve, exports, key, item));
        return new WorldMetadata(world.docs(), world.stability(), types, imports, exports);
    }

    private static void add(Resolve resolve, Side side, WorldKey key, WorldItem item) {
        String name = WorldKeys.name(resolve, key);
        if (item instanceof WorldItem.Function function) {
            ItemMetadata metadata = DocumentedItems.of(function.function());
            if (!metadata.isEmpty()) {
                side.functions().put(name, metadata);
            }
        } else if (item instanceof WorldItem.Interface reference) {
            Interface iface = resolve.iface(reference.id());
            if (iface.name().isEmpty()) {
                InterfaceMetadata metadata =
                        InterfaceMetadata.of(resolve, iface).withStability(reference.stability());
                if (!metadata.isEmpty()) {
                    side.inline().put(name, metadata);
                }
                return;
            }
            if (!reference.stability().equals(Stability.UNKNOWN)) {
                side.stabilities().put(name, reference.stability());
            }
            reference.docs().ifPresent(text -> side.docs().put(name, text));
        }
    }

    boolean isEmpty() {
        return docs.isEmpty()
                && stability.equals(Stability.UNKNOWN)
                && types.isEmpty()
                && imports.isEmpty()
                && exports.isEmpty();
    }

    JsonValue toJson() {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        ItemMetadata.put(members, docs, stability);
        MetadataMaps.put(members, "interfaces", imports.inline(), InterfaceMetadata::toJson);
        MetadataMaps.put(members, "types", types, ItemMetadata::toJson);
        MetadataMaps.put(members, "funcs", imports.functions(), ItemMetadata::toJson);
        MetadataMaps.put(members, "interface_exports", exports.inline(), InterfaceMetadata::toJson);
        MetadataMaps.put(members, "func_exports", exports.functions(), ItemMetadata::toJson);
        MetadataMaps.put(members, "interface_import_stability", imports.stabilities(), ItemMetadata::toJson);
        MetadataMaps.put(members, "interface_export_stability", exports.stabilities(), ItemMetadata::toJson);
        MetadataMaps.put(members, "interface_import_docs", imports.docs(), WorldMetadata::text);
        MetadataMaps.put(members, "interface_export_docs", exports.docs(), WorldMetadata::text);
        return new JsonValue.Members(members);
    }

    private static JsonValue text(Docs docs) {
        return new JsonValue.Text(docs.contents());
    }

    static WorldMetadata parse(JsonValue json) throws InvalidPackageException {
        JsonObject object = JsonObject.of(json);
        return new WorldMetadata(
                object.docs(),
                object.stability(),
                MetadataMaps.parse(object, "types", ItemMetadata::parse),
                new Side(
                        MetadataMaps.parse(object, "interfaces", InterfaceMetadata::parse),
                        MetadataMaps.parse(object, "funcs", ItemMetadata::parse),
                        MetadataMaps.parse(object, "interface_import_stability", ItemMetadata::stability),
                        docs(object, "interface_import_docs")),
                new Side(
                        MetadataMaps.parse(object, "interface_exports", InterfaceMetadata::parse),
                        MetadataMaps.parse(object, "func_exports", ItemMetadata::parse),
                        MetadataMaps.parse(object, "interface_export_stability", ItemMetadata::stability),
                        docs(object, "interface_export_docs")));
    }

    private static Map<String, Docs> docs(JsonObject object, String name) throws InvalidPackageException {
        Map<String, Docs> all = new LinkedHashMap<>();
        for (var entry : object.members(name).entrySet()) {
            ItemMetadata.docs(entry.getValue()).ifPresent(text -> all.put(entry.getKey(), text));
        }
        return all;
    }

    void inject(ResolveDraft draft, WorldDraft world) throws InvalidPackageException {
        for (var entry : types.entrySet()) {
            if (!(world.imports().get(new WorldKey.Name(entry.getKey())) instanceof WorldItem.Type type)) {
                throw MetadataMaps.unknown("type", entry.getKey());
            }
            draft.types().set(type.id().index(), DocumentedItems.document(draft.type(type.id()), entry.getValue()));
        }
        new WorldSideInjection(draft, world.imports(), world.exports()).inject(imports);
        new WorldSideInjection(draft, world.exports(), Map.of()).inject(exports);
        if (docs.isPresent()) {
            world.setDocs(docs);
        }
        world.setStability(stability);
    }
}
