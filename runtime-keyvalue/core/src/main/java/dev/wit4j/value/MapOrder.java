package dev.wit4j.value;

import java.util.Comparator;

/**
 * The order of the keys of a {@code map}: {@code false} before {@code true}, numbers by value, strings by code points. It is the
 * order in which maps are iterated and written, so that a value has one form, whatever made it.
 */
public final class MapOrder {
    private MapOrder() {}

    /**
     * The order of keys of a type.
     *
     * @param <K> the Java type that the mapping gives {@code type}
     * @param type what WIT allows as a key: a bool, an integer, a char or a string
     * @throws IllegalArgumentException if it is something else
     */
    @SuppressWarnings("unchecked")
    public static <K> Comparator<K> of(TypeInfo type) {
        if (type instanceof TypeInfo.Primitive primitive) {
            return (Comparator<K>) comparator(primitive);
        }
        throw notAKey(type);
    }

    private static Comparator<?> comparator(TypeInfo.Primitive type) {
        return switch (type) {
            case BOOL -> Comparator.<Boolean>naturalOrder();
            case U8, U16, S32, CHAR -> Comparator.<Integer>naturalOrder();
            case U32, S64 -> Comparator.<Long>naturalOrder();
            case U64 -> (Comparator<Long>) Long::compareUnsigned;
            case S8 -> Comparator.<Byte>naturalOrder();
            case S16 -> Comparator.<Short>naturalOrder();
            case STRING -> (Comparator<String>) MapOrder::compareCodePoints;
            case F32, F64, ERROR_CONTEXT -> throw notAKey(type);
        };
    }

    /** UTF-16 order differs from that of code points where surrogates meet what lies above them in the basic plane. */
    private static int compareCodePoints(String left, String right) {
        int length = Math.min(left.length(), right.length());
        for (int i = 0; i < length; i++) {
            char l = left.charAt(i);
            char r = right.charAt(i);
            if (l != r) {
                boolean differ = Character.isSurrogate(l) != Character.isSurrogate(r);
                return differ ? (Character.isSurrogate(l) ? 1 : -1) : Character.compare(l, r);
            }
        }
        return Integer.compare(left.length(), right.length());
    }

    private static IllegalArgumentException notAKey(TypeInfo type) {
        return new IllegalArgumentException("a map cannot have keys of the type " + type);
    }
}
