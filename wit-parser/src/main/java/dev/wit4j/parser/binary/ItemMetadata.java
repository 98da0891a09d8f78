package dev.wit4j.parser.binary;

import dev.wit4j.parser.model.Docs;
import dev.wit4j.parser.model.Stability;
import dev.wit4j.parser.model.Version;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the encoding of an item cannot say in types.
 *
 * @param docs its documentation
 * @param stability its gates
 * @param items the documentation of its fields or cases, by name
 */
record ItemMetadata(Optional<Docs> docs, Stability stability, Map<String, Docs> items) {
    boolean isEmpty() {
        return docs.isEmpty() && stability.equals(Stability.UNKNOWN) && items.isEmpty();
    }

    JsonValue toJson() {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        put(members, docs, stability);
        if (!items.isEmpty()) {
            Map<String, JsonValue> each = new LinkedHashMap<>();
            items.forEach((name, text) -> each.put(name, new JsonValue.Text(text.contents())));
            members.put("items", new JsonValue.Members(each));
        }
        return new JsonValue.Members(members);
    }

    static ItemMetadata parse(JsonValue json) throws InvalidPackageException {
        if (json instanceof JsonValue.Text || json instanceof JsonValue.Null) { // the form before there were gates
            return new ItemMetadata(docs(json), Stability.UNKNOWN, Map.of());
        }
        JsonObject object = JsonObject.of(json);
        Map<String, Docs> items = new LinkedHashMap<>();
        for (var entry : object.members("items").entrySet()) {
            docs(entry.getValue()).ifPresent(text -> items.put(entry.getKey(), text));
        }
        return new ItemMetadata(object.docs(), object.stability(), items);
    }

    /** Puts what is common to all metadata. */
    static void put(Map<String, JsonValue> members, Optional<Docs> docs, Stability stability) {
        docs.ifPresent(text -> members.put("docs", new JsonValue.Text(text.contents())));
        if (!stability.equals(Stability.UNKNOWN)) {
            members.put("stability", toJson(stability));
        }
    }

    static JsonValue toJson(Stability stability) {
        Map<String, JsonValue> gate = new LinkedHashMap<>();
        if (stability instanceof Stability.Stable stable) {
            gate.put("since", new JsonValue.Text(stable.since().toString()));
            deprecated(gate, stable.deprecated());
            return new JsonValue.Members(Map.of("stable", new JsonValue.Members(gate)));
        } else if (stability instanceof Stability.Unstable unstable) {
            gate.put("feature", new JsonValue.Text(unstable.feature()));
            deprecated(gate, unstable.deprecated());
            return new JsonValue.Members(Map.of("unstable", new JsonValue.Members(gate)));
        }
        return new JsonValue.Text("unknown");
    }

    private static void deprecated(Map<String, JsonValue> gate, Optional<Version> version) {
        version.ifPresent(v -> gate.put("deprecated", new JsonValue.Text(v.toString())));
    }

    static Stability stability(JsonValue json) throws InvalidPackageException {
        if (json instanceof JsonValue.Text || json instanceof JsonValue.Null) {
            return Stability.UNKNOWN;
        }
        JsonObject object = JsonObject.of(json);
        if (object.has("stable")) {
            JsonObject gate = JsonObject.of(object.get("stable"));
            return new Stability.Stable(QualifiedName.version(gate.text("since")), version(gate));
        }
        if (object.has("unstable")) {
            JsonObject gate = JsonObject.of(object.get("unstable"));
            return new Stability.Unstable(QualifiedName.label(gate.text("feature")), version(gate));
        }
        throw new InvalidPackageException("package metadata has a gate of an unknown kind");
    }

    private static Optional<Version> version(JsonObject gate) throws InvalidPackageException {
        if (gate.get("deprecated") instanceof JsonValue.Text text) {
            return Optional.of(QualifiedName.version(text.value()));
        }
        return Optional.empty();
    }

    static Optional<Docs> docs(JsonValue json) throws InvalidPackageException {
        if (json instanceof JsonValue.Null) {
            return Optional.empty();
        }
        if (json instanceof JsonValue.Text text) {
            return Optional.of(new Docs(text.value()));
        }
        throw new InvalidPackageException("package metadata has documentation that is no text");
    }
}
