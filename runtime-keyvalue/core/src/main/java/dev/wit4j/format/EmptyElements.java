package dev.wit4j.format;

import dev.wit4j.value.TypeInfo;

/**
 * How many list elements without content one encoding has. They take no bytes, so that a few bytes could stand for billions of
 * them; a limit, the same for writer and reader, keeps the work in proportion.
 */
final class EmptyElements {
    private static final int LIMIT = 1 << 20;

    private int count;

    /** Counts the elements of a list in; whether it may have so many. */
    boolean admit(TypeInfo list, long size) {
        if (element(list).hasContent()) {
            return true;
        }
        if (size > LIMIT - count) {
            return false;
        }
        count += (int) size;
        return true;
    }

    static TypeInfo element(TypeInfo list) {
        return list instanceof TypeInfo.FixedLengthList fixed ? fixed.element() : ((TypeInfo.ListOf) list).element();
    }

    static String refusal(TypeInfo list) {
        return "more than " + LIMIT + " elements without content, the last ones in a " + list;
    }
}
