package dev.wit4j.redis.model;

/**
 * A record of the journal.
 *
 * @param kind what it is
 * @param epoch of its owner
 * @param sequence its number
 * @param effect that it means, for an intent
 * @param expected what the register has before, for an intent
 * @param settled the outcome of the intent before it, or {@link State#NONE}
 */
record Entry(Kind kind, int epoch, int sequence, Effect effect, Expected expected, int settled) {
    enum Kind {
        CLAIM,
        INTENT,
        COMPLETION
    }

    /**
     * An increment that the guest asks for.
     *
     * @param step which of its calls this is
     * @param delta by how much: what the guest read before may differ between two runs, and so this
     */
    record Effect(int step, int delta) {
        static final Effect NOTHING = new Effect(-1, 0);
    }

    /** What a register is expected to have: the sequence of an intent and its outcome. */
    record Expected(int sequence, int outcome) {
        static final Expected NOTHING = new Expected(0, State.NONE);
    }

    boolean isAfter(Entry other) {
        return epoch > other.epoch || epoch == other.epoch && sequence > other.sequence;
    }
}
