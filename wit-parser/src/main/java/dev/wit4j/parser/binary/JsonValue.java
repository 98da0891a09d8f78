package dev.wit4j.parser.binary;

import java.util.Map;

/** The part of JSON that package metadata is made of. */
sealed interface JsonValue {
    /** Members in the order of the text. */
    record Members(Map<String, JsonValue> members) implements JsonValue {}

    record Text(String value) implements JsonValue {}

    record Null() implements JsonValue {}
}
