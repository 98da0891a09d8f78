package dev.wit4j.format;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/** The integer types, as decimal text has them. */
enum WholeNumbers {
    U8(false, 8),
    U16(false, 16),
    U32(false, 32),
    U64(false, 64),
    S8(true, 8),
    S16(true, 16),
    S32(true, 32),
    S64(true, 64);

    /** The longest text of a number in range has twenty digits or characters. */
    private static final int LONGEST = 20;

    private final BigInteger min;
    private final BigInteger max;

    WholeNumbers(boolean signed, int bits) {
        this.min = signed ? BigInteger.ONE.shiftLeft(bits - 1).negate() : BigInteger.ZERO;
        this.max = BigInteger.ONE.shiftLeft(signed ? bits - 1 : bits).subtract(BigInteger.ONE);
    }

    /** The number that a text is, all 64 bits of it; empty if it is none of this type. */
    Optional<Long> parse(String text) {
        if (text.length() > LONGEST || !text.matches("-?[0-9]+")) {
            return Optional.empty();
        }
        BigInteger value = new BigInteger(text);
        return value.compareTo(min) >= 0 && value.compareTo(max) <= 0
                ? Optional.of(value.longValue())
                : Optional.empty();
    }

    /** What is expected, for people. */
    String expected() {
        String type = name().toLowerCase(Locale.ROOT);
        return "expected " + type + ", a whole number from " + min + " to " + max;
    }
}
