package dev.wit4j.parser.binary;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Maps from names to metadata, as members of JSON objects. */
final class MetadataMaps {
    private MetadataMaps() {}

    /** Reads one value. */
    interface Parser<T> {
        T parse(JsonValue json) throws InvalidPackageException;
    }

    /** Adds {@code values} under {@code name}, unless there are none. */
    static <T> void put(
            Map<String, JsonValue> members, String name, Map<String, T> values, Function<T, JsonValue> toJson) {
        if (values.isEmpty()) {
            return;
        }
        Map<String, JsonValue> each = new LinkedHashMap<>();
        values.forEach((key, value) -> each.put(key, toJson.apply(value)));
        members.put(name, new JsonValue.Members(each));
    }

    /** The values under {@code name}, none if it is absent. */
    static <T> Map<String, T> parse(JsonObject object, String name, Parser<T> parser) throws InvalidPackageException {
        Map<String, T> values = new LinkedHashMap<>();
        for (var entry : object.members(name).entrySet()) {
            values.put(entry.getKey(), parser.parse(entry.getValue()));
        }
        return values;
    }

    static InvalidPackageException unknown(String kind, String name) {
        return new InvalidPackageException(
                "package metadata speaks of the " + kind + " `" + name + "`, which is not in the package");
    }
}
