package dev.wit4j.journal;

import dev.wit4j.Bytes;
import java.util.Optional;

/** What came of an {@link Effect}. Recorded with the commit, and the same whenever it is read back. */
public sealed interface Outcome {
    /** It was done. */
    record Done() implements Outcome {}

    /** The outcome that says no more than that it was done. */
    Outcome DONE = new Done();

    /** So many. */
    record Count(long count) implements Outcome {}

    /** The new value of a counter, its 64 bits. */
    record Number(long bits) implements Outcome {}

    /** Something else is there than what was expected: nothing was done. */
    record Mismatch(Optional<Bytes> found) implements Outcome {}

    /** It was not done, for a reason that is part of the store's semantics; nothing was changed. */
    record Refused(Reason reason) implements Outcome {}

    /** Why an effect was refused. */
    enum Reason {
        /** The value is not a number of the range. */
        NOT_A_NUMBER,
        /** The number would leave its range. */
        OVERFLOW,
        /** What the store holds there is not of the kind that a bucket holds. */
        WRONG_TYPE,
        /** The idempotency key is known with other content. */
        CONFLICT
    }

    /** It was not done because the store failed, and never will be: nothing was changed. The message is for people. */
    record Failed(String message) implements Outcome {}
}
