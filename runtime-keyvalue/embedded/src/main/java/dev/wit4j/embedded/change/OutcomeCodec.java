package dev.wit4j.embedded.change;

import dev.wit4j.Bytes;
import dev.wit4j.embedded.log.Payload;
import dev.wit4j.journal.Outcome;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Outcomes as bytes, in records of the log and in rows of the journal. */
public final class OutcomeCodec {
    private static final int DONE = 1;
    private static final int COUNT = 2;
    private static final int NUMBER = 3;
    private static final int MISMATCH_ABSENT = 4;
    private static final int MISMATCH_PRESENT = 5;
    private static final int REFUSED = 6;
    private static final int FAILED = 7;

    private OutcomeCodec() {}

    /** The bytes of {@code outcome}. */
    public static byte[] toArray(Outcome outcome) {
        var writer = new PayloadWriter();
        encode(outcome, writer);
        Payload payload = writer.finish();
        byte[] array = new byte[(int) payload.size()];
        ByteBuffer target = ByteBuffer.wrap(array);
        payload.pieces().forEach(piece -> target.put(piece.duplicate()));
        return array;
    }

    /**
     * The outcome of those bytes.
     *
     * @throws MalformedRecordException if they are none
     */
    public static Outcome fromArray(byte[] array) {
        try {
            return decode(new PayloadReader(ByteBuffer.wrap(array)));
        } catch (BufferUnderflowException e) {
            throw new MalformedRecordException("an outcome ends too early");
        }
    }

    static void encode(Outcome outcome, PayloadWriter to) {
        if (outcome instanceof Outcome.Done) {
            to.tag(DONE);
        } else if (outcome instanceof Outcome.Count count) {
            to.tag(COUNT).number(count.count());
        } else if (outcome instanceof Outcome.Number number) {
            to.tag(NUMBER).number(number.bits());
        } else if (outcome instanceof Outcome.Mismatch mismatch) {
            to.tag(mismatch.found().isPresent() ? MISMATCH_PRESENT : MISMATCH_ABSENT);
            mismatch.found().ifPresent(to::bytes);
        } else if (outcome instanceof Outcome.Refused refused) {
            to.tag(REFUSED).tag(code(refused.reason()));
        } else {
            to.tag(FAILED).text(((Outcome.Failed) outcome).message());
        }
    }

    static Outcome decode(PayloadReader from) {
        int tag = from.tag();
        return switch (tag) {
            case DONE -> Outcome.DONE;
            case COUNT -> new Outcome.Count(from.number());
            case NUMBER -> new Outcome.Number(from.number());
            case MISMATCH_ABSENT -> new Outcome.Mismatch(Optional.<Bytes>empty());
            case MISMATCH_PRESENT -> new Outcome.Mismatch(Optional.of(from.bytes()));
            case REFUSED -> new Outcome.Refused(reason(from.tag()));
            case FAILED -> new Outcome.Failed(from.text());
            default -> throw new MalformedRecordException("it holds an outcome of the unknown kind " + tag);
        };
    }

    private static int code(Outcome.Reason reason) {
        return switch (reason) {
            case NOT_A_NUMBER -> 1;
            case OVERFLOW -> 2;
            case WRONG_TYPE -> 3;
            case CONFLICT -> 4;
        };
    }

    private static Outcome.Reason reason(int code) {
        return switch (code) {
            case 1 -> Outcome.Reason.NOT_A_NUMBER;
            case 2 -> Outcome.Reason.OVERFLOW;
            case 3 -> Outcome.Reason.WRONG_TYPE;
            case 4 -> Outcome.Reason.CONFLICT;
            default -> throw new MalformedRecordException("it holds a refusal for the unknown reason " + code);
        };
    }
}
