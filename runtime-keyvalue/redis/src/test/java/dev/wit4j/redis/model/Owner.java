package dev.wit4j.redis.model;

import java.util.ArrayList;
import java.util.List;

/**
 * A host that has claimed the worker, or will.
 *
 * @param phase what it does
 * @param epoch of its claim
 * @param last the record at the end of the journal, as it knows it
 * @param waiting the record that it appends, or the intent that it settles
 * @param expected what it expects of the register
 * @param settled the outcome that travels with the next record
 * @param seen the outcomes that its guest got
 * @param sent how often the present request was sent
 */
record Owner(
        Phase phase,
        int epoch,
        Entry last,
        Entry waiting,
        Entry.Expected expected,
        int settled,
        List<Integer> seen,
        int sent) {
    private static final Entry NOTHING =
            new Entry(Entry.Kind.CLAIM, 0, 0, Entry.Effect.NOTHING, Entry.Expected.NOTHING, State.NONE);

    static final Owner FUTURE =
            new Owner(Phase.FUTURE, 0, NOTHING, NOTHING, Entry.Expected.NOTHING, State.NONE, List.of(), 0);

    enum Phase {
        /** It has not claimed yet. */
        FUTURE,
        /** Its guest runs. */
        READY,
        /** It has sent a record, or has to look what became of it. */
        APPENDING,
        /** It has asked for an effect. */
        EFFECTING,
        /** It has asked to give an effect up. */
        GIVING_UP,
        /** It has replied to its caller. */
        FINISHED,
        /** It does nothing any more: fenced, or unable to settle something. */
        STOPPED,
        /** It has reported that history was lost. */
        REPORTED
    }

    /** What it knows no longer matters where it does nothing any more. */
    Owner ended(Phase other) {
        return new Owner(other, 0, NOTHING, NOTHING, Entry.Expected.NOTHING, State.NONE, seen, 0);
    }

    Owner in(Phase other) {
        return new Owner(other, epoch, last, waiting, expected, settled, seen, sent);
    }

    Owner sending(Phase next, Entry what, int times) {
        return new Owner(next, epoch, last, what, expected, settled, seen, times);
    }

    /** The record that was sent is in the journal. */
    Owner appended() {
        return new Owner(phase, epoch, waiting, waiting, expected, State.NONE, seen, 0);
    }

    /** The guest gets an outcome. */
    Owner seeing(int outcome) {
        List<Integer> all = new ArrayList<>(seen);
        all.add(outcome);
        return new Owner(
                Phase.READY,
                epoch,
                last,
                waiting,
                new Entry.Expected(waiting.sequence(), outcome),
                outcome,
                List.copyOf(all),
                0);
    }
}
