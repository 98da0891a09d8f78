package dev.wit4j.format;

import dev.wit4j.value.TypeInfo;

/** How the JSON form of a type looks, where that depends on what is in it: writer and reader must agree. */
final class JsonShape {
    private JsonShape() {}

    /** Whether a present option is its value itself; otherwise it is in an object, for the value may be {@code null} too. */
    static boolean isBare(TypeInfo.Option option) {
        return !(option.type() instanceof TypeInfo.Option);
    }

    /** Whether a map is an object; otherwise it is an array of pairs. */
    static boolean isObject(TypeInfo.MapOf map) {
        return map.key() == TypeInfo.Primitive.STRING;
    }
}
