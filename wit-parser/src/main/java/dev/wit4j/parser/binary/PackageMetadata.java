package dev.wit4j.parser.binary;

import dev.wit4j.parser.draft.PackageDraft;
import dev.wit4j.parser.draft.ResolveDraft;
import dev.wit4j.parser.model.Docs;
import dev.wit4j.parser.model.InterfaceId;
import dev.wit4j.parser.model.Package;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.model.WorldId;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What an encoded package says beside its types: documentation and gates, in a custom section of their own. */
record PackageMetadata(
        Optional<Docs> docs, Map<String, WorldMetadata> worlds, Map<String, InterfaceMetadata> interfaces) {
    private static final String SECTION = "package-docs";
    private static final int FORMAT = 1;

    static PackageMetadata of(Resolve resolve, Package pkg) {
        Map<String, WorldMetadata> worlds = new LinkedHashMap<>();
        pkg.worlds().forEach((name, id) -> {
            WorldMetadata metadata = WorldMetadata.of(resolve, resolve.world(id));
            if (!metadata.isEmpty()) {
                worlds.put(name, metadata);
            }
        });
        Map<String, InterfaceMetadata> interfaces = new LinkedHashMap<>();
        pkg.interfaces().forEach((name, id) -> {
            InterfaceMetadata metadata = InterfaceMetadata.of(resolve, resolve.iface(id));
            if (!metadata.isEmpty()) {
                interfaces.put(name, metadata);
            }
        });
        return new PackageMetadata(pkg.docs(), worlds, interfaces);
    }

    CustomSection toSection() {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        docs.ifPresent(text -> members.put("docs", new JsonValue.Text(text.contents())));
        MetadataMaps.put(members, "worlds", worlds, WorldMetadata::toJson);
        MetadataMaps.put(members, "interfaces", interfaces, InterfaceMetadata::toJson);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(FORMAT);
        bytes.writeBytes(JsonWriter.write(new JsonValue.Members(members)).getBytes(StandardCharsets.UTF_8));
        return new CustomSection(SECTION, bytes.toByteArray());
    }

    static PackageMetadata of(ComponentTree tree) throws InvalidPackageException {
        Optional<CustomSection> found = Optional.empty();
        for (CustomSection section : tree.customs()) {
            if (section.name().equals(SECTION)) {
                if (found.isPresent()) {
                    throw new InvalidPackageException("the package has two sections " + SECTION);
                }
                found = Optional.of(section);
            }
        }
        return found.isPresent()
                ? parse(found.get().data())
                : new PackageMetadata(Optional.empty(), Map.of(), Map.of());
    }

    private static PackageMetadata parse(byte[] data) throws InvalidPackageException {
        if (data.length == 0 || data[0] < 0 || data[0] > FORMAT) {
            throw new InvalidPackageException("section " + SECTION + " has an unknown format");
        }
        try {
            String json = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(data, 1, data.length - 1))
                    .toString();
            JsonObject object = JsonObject.of(JsonReader.read(json));
            return new PackageMetadata(
                    object.docs(),
                    MetadataMaps.parse(object, "worlds", WorldMetadata::parse),
                    MetadataMaps.parse(object, "interfaces", InterfaceMetadata::parse));
        } catch (CharacterCodingException e) {
            throw new InvalidPackageException("section " + SECTION + " is not UTF-8");
        }
    }

    void inject(ResolveDraft draft, PackageDraft pkg) throws InvalidPackageException {
        for (var entry : worlds.entrySet()) {
            WorldId id = pkg.worlds().get(entry.getKey());
            if (id == null) {
                throw MetadataMaps.unknown("world", entry.getKey());
            }
            entry.getValue().inject(draft, draft.world(id));
        }
        for (var entry : interfaces.entrySet()) {
            InterfaceId id = pkg.interfaces().get(entry.getKey());
            if (id == null) {
                throw MetadataMaps.unknown("interface", entry.getKey());
            }
            entry.getValue().inject(draft, draft.iface(id));
        }
        if (docs.isPresent()) {
            pkg.setDocs(docs);
        }
    }
}
