package dev.wit4j.parser.binary;

import dev.wit4j.parser.draft.InterfaceDraft;
import dev.wit4j.parser.draft.ResolveDraft;
import dev.wit4j.parser.model.Docs;
import dev.wit4j.parser.model.Function;
import dev.wit4j.parser.model.Interface;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.model.Stability;
import dev.wit4j.parser.model.TypeId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the encoding of an interface cannot say in types. */
record InterfaceMetadata(
        Optional<Docs> docs,
        Stability stability,
        Map<String, ItemMetadata> functions,
        Map<String, ItemMetadata> types) {

    static InterfaceMetadata of(Resolve resolve, Interface iface) {
        Map<String, ItemMetadata> functions = new LinkedHashMap<>();
        iface.functions().forEach((name, function) -> put(functions, name, DocumentedItems.of(function)));
        Map<String, ItemMetadata> types = new LinkedHashMap<>();
        iface.types().forEach((name, id) -> put(types, name, DocumentedItems.of(resolve.type(id))));
        return new InterfaceMetadata(iface.docs(), iface.stability(), functions, types);
    }

    private static void put(Map<String, ItemMetadata> all, String name, ItemMetadata item) {
        if (!item.isEmpty()) {
            all.put(name, item);
        }
    }

    /** The same with the gates of the place where an inline interface stands. */
    InterfaceMetadata withStability(Stability replacement) {
        return new InterfaceMetadata(docs, replacement, functions, types);
    }

    boolean isEmpty() {
        return docs.isEmpty() && stability.equals(Stability.UNKNOWN) && functions.isEmpty() && types.isEmpty();
    }

    JsonValue toJson() {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        ItemMetadata.put(members, docs, stability);
        MetadataMaps.put(members, "funcs", functions, ItemMetadata::toJson);
        MetadataMaps.put(members, "types", types, ItemMetadata::toJson);
        return new JsonValue.Members(members);
    }

    static InterfaceMetadata parse(JsonValue json) throws InvalidPackageException {
        JsonObject object = JsonObject.of(json);
        return new InterfaceMetadata(
                object.docs(),
                object.stability(),
                MetadataMaps.parse(object, "funcs", ItemMetadata::parse),
                MetadataMaps.parse(object, "types", ItemMetadata::parse));
    }

    void inject(ResolveDraft draft, InterfaceDraft iface) throws InvalidPackageException {
        for (var entry : types.entrySet()) {
            TypeId id = iface.types().get(entry.getKey());
            if (id == null) {
                throw MetadataMaps.unknown("type", entry.getKey());
            }
            draft.types().set(id.index(), DocumentedItems.document(draft.type(id), entry.getValue()));
        }
        for (var entry : functions.entrySet()) {
            Function function = iface.functions().get(entry.getKey());
            if (function == null) {
                throw MetadataMaps.unknown("function", entry.getKey());
            }
            iface.functions().put(entry.getKey(), DocumentedItems.document(function, entry.getValue()));
        }
        if (docs.isPresent()) {
            iface.setDocs(docs);
        }
        iface.setStability(stability);
    }
}
