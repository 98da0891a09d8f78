package dev.wit4j.redis;

import dev.wit4j.Bytes;
import dev.wit4j.journal.Outcome;
import dev.wit4j.journal.Outcome.Reason;
import dev.wit4j.journal.StorageException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Outcomes as scripts answer with them and records hold them: a letter, and what belongs to it. */
final class OutcomeText {
    private static final Map<Character, Reason> REASONS =
            Map.of('N', Reason.NOT_A_NUMBER, 'O', Reason.OVERFLOW, 'T', Reason.WRONG_TYPE, 'C', Reason.CONFLICT);

    private OutcomeText() {}

    /**
     * The outcome that {@code text} is.
     *
     * @throws StorageException if it is none
     */
    static Outcome parse(byte[] text) {
        String rest = text.length == 0 ? "" : new String(text, 1, text.length - 1, StandardCharsets.UTF_8);
        try {
            switch (text.length == 0 ? '?' : text[0]) {
                case 'D':
                    return Outcome.DONE;
                case 'C':
                    return new Outcome.Count(Long.parseLong(rest));
                case 'N':
                    return new Outcome.Number(number(rest));
                case 'M':
                    return new Outcome.Mismatch(
                            text.length == 1
                                    ? Optional.empty()
                                    : Optional.of(Bytes.wrap(text).slice(2, text.length)));
                case 'R':
                    return new Outcome.Refused(
                            Optional.ofNullable(REASONS.get(rest.charAt(0))).orElseThrow());
                case 'F':
                    return new Outcome.Failed(rest);
                default:
                    throw damaged(text);
            }
        } catch (java.util.NoSuchElementException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw damaged(text);
        }
    }

    private static long number(String decimal) {
        return decimal.startsWith("-") ? Long.parseLong(decimal) : Long.parseUnsignedLong(decimal);
    }

    private static StorageException damaged(byte[] text) {
        return new StorageException("a record in Redis is damaged: its outcome is " + Bytes.of(text));
    }

    /** How it is written that an effect was given up because of {@code failure}. */
    static byte[] of(RuntimeException failure) {
        return failure instanceof RefusedException refused && refused.code().equals("WRONGTYPE")
                ? Redis.bytes("RT")
                : Redis.bytes("F" + failure.getMessage());
    }
}
