package dev.wit4j.component;

import dev.wit4j.value.Text;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * Whether a Java value is one of its WIT type: what the constructors of generated records and generated proxies ask before
 * they go on. Each method returns what it was given, or an immutable copy, and names what it refuses.
 *
 * <p>Each throws {@link NullPointerException} for {@code null} and {@link IllegalArgumentException} for a value that the WIT
 * type does not have.
 */
public final class Checks {
    private static final long U32_MAX = 0xffff_ffffL;

    private Checks() {}

    /** A {@code u8}: 0 to 255. */
    public static int u8(int value, String name) {
        if ((value & ~0xff) != 0) {
            throw outOfRange("u8", 0xff, value, name);
        }
        return value;
    }

    /** A {@code u16}: 0 to 65,535. */
    public static int u16(int value, String name) {
        if ((value & ~0xffff) != 0) {
            throw outOfRange("u16", 0xffff, value, name);
        }
        return value;
    }

    /** A {@code u32}: 0 to 4,294,967,295. */
    public static long u32(long value, String name) {
        if ((value & ~U32_MAX) != 0) {
            throw outOfRange("u32", U32_MAX, value, name);
        }
        return value;
    }

    /** A {@code char}: a Unicode scalar value, that is a code point that is no surrogate. */
    public static int character(int value, String name) {
        if (!isScalar(value)) {
            throw refuse(name, "0x" + Integer.toHexString(value) + " is not a Unicode scalar value");
        }
        return value;
    }

    /** A {@code string}: text without lone surrogates. */
    public static String string(String value, String name) {
        return Text.check(value(value, name), name);
    }

    /** Anything that is its own guarantee but for {@code null}: a named type, a resource. */
    public static <T> T value(T value, String name) {
        return Objects.requireNonNull(value, name);
    }

    /** A value of a type that {@code codec} knows to check. */
    public static <T> T value(ValueCodec<T> codec, T value, String name) {
        Objects.requireNonNull(value, name);
        try {
            return codec.check(value);
        } catch (IllegalArgumentException e) {
            throw refuse(name, String.valueOf(e.getMessage()));
        } catch (NullPointerException e) {
            throw new NullPointerException(name + ": " + e.getMessage());
        }
    }

    /** Flags: an immutable copy that is iterated in the order of the flags' definition. */
    public static <F extends Enum<F>> Set<F> flags(Class<F> type, Set<F> value, String name) {
        EnumSet<F> copy = EnumSet.noneOf(type);
        for (F flag : value(value, name)) {
            copy.add(value(flag, name));
        }
        return Collections.unmodifiableSet(copy);
    }

    /** Whether a code point is a Unicode scalar value. */
    static boolean isScalar(int codePoint) {
        return Character.isValidCodePoint(codePoint)
                && (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE);
    }

    private static IllegalArgumentException outOfRange(String type, long max, long value, String name) {
        return refuse(name, value + " is not a " + type + ", from 0 to " + max);
    }

    /** A codec knows no name, and says what is wrong alone: whoever called it puts the name before it. */
    private static IllegalArgumentException refuse(String name, String problem) {
        return new IllegalArgumentException(name.isEmpty() ? problem : name + ": " + problem);
    }
}
