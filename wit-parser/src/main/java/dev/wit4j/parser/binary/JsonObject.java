package dev.wit4j.parser.binary;

import dev.wit4j.parser.model.Docs;
import dev.wit4j.parser.model.Stability;
import java.util.Map;
import java.util.Optional;

/** An object of the package metadata; members that are not known here are passed over, a newer tool may have put them. */
record JsonObject(Map<String, JsonValue> members) {
    static JsonObject of(JsonValue json) throws InvalidPackageException {
        if (json instanceof JsonValue.Members object) {
            return new JsonObject(object.members());
        }
        throw new InvalidPackageException("package metadata has a text where an object is expected");
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    /** The member, {@code null} of JSON if it is absent. */
    JsonValue get(String name) {
        return members.getOrDefault(name, new JsonValue.Null());
    }

    /** The members of the object under a name, none if it is absent. */
    Map<String, JsonValue> members(String name) throws InvalidPackageException {
        return has(name) ? JsonObject.of(get(name)).members() : Map.of();
    }

    String text(String name) throws InvalidPackageException {
        if (get(name) instanceof JsonValue.Text text) {
            return text.value();
        }
        throw new InvalidPackageException("package metadata lacks `" + name + "`");
    }

    Optional<Docs> docs() throws InvalidPackageException {
        return ItemMetadata.docs(get("docs"));
    }

    Stability stability() throws InvalidPackageException {
        return ItemMetadata.stability(get("stability"));
    }
}
