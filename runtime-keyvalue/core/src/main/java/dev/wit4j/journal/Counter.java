package dev.wit4j.journal;

import dev.wit4j.Bytes;
import dev.wit4j.journal.Effect.Range;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Counters as they lie in buckets: ASCII decimals in canonical form, without a plus sign, leading zeros or a negative zero.
 * The same on every store.
 */
public final class Counter {
    /** The longest number that may be one: the sign and digits of -2^63, or the digits of 2^64 - 1. */
    private static final int LONGEST = 20;

    private Counter() {}

    /**
     * The number that {@code value} is, its 64 bits.
     *
     * @return empty if it is none, or out of {@code range}
     */
    public static OptionalLong parse(Bytes value, Range range) {
        if (value.isEmpty() || value.size() > LONGEST) {
            return OptionalLong.empty();
        }
        String text = value.toUtf8String();
        try {
            long number = range == Range.SIGNED ? Long.parseLong(text) : Long.parseUnsignedLong(text);
            return format(number, range).equals(value) ? OptionalLong.of(number) : OptionalLong.empty();
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    /** The bytes that a counter with the 64 bits {@code number} is. */
    public static Bytes format(long number, Range range) {
        return Bytes.utf8(range == Range.SIGNED ? Long.toString(number) : Long.toUnsignedString(number));
    }

    /**
     * What an {@link Effect.Increment} comes to.
     *
     * @param current what the key holds; empty if it is absent
     * @return {@link Outcome.Number} or {@link Outcome.Refused}
     */
    public static Outcome add(Optional<Bytes> current, long delta, Range range) {
        OptionalLong before = current.isPresent() ? parse(current.get(), range) : OptionalLong.of(0);
        if (before.isEmpty()) {
            return new Outcome.Refused(Outcome.Reason.NOT_A_NUMBER);
        }
        long sum = before.getAsLong() + delta;
        return overflows(before.getAsLong(), delta, sum, range)
                ? new Outcome.Refused(Outcome.Reason.OVERFLOW)
                : new Outcome.Number(sum);
    }

    private static boolean overflows(long before, long delta, long sum, Range range) {
        return range == Range.SIGNED ? ((before ^ sum) & (delta ^ sum)) < 0 : Long.compareUnsigned(sum, before) < 0;
    }
}
