package dev.wit4j.format;

import java.util.LinkedHashMap;
import java.util.List;

/** A piece of JSON text. */
sealed interface JsonNode extends TextNode {
    /** {@code null}. */
    record Null(int at) implements JsonNode {}

    /** {@code true} or {@code false}. */
    record Bool(int at, boolean value) implements JsonNode {}

    /** A number, as it was written. */
    record Number(int at, String text) implements JsonNode {}

    /** A string. */
    record Text(int at, String value) implements JsonNode {}

    /** An array. */
    record Array(int at, List<JsonNode> elements) implements JsonNode {}

    /** An object; its names are in the order in which they were written. */
    record Members(int at, LinkedHashMap<String, JsonNode> values) implements JsonNode {}
}
