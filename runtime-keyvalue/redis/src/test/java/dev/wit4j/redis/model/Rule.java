package dev.wit4j.redis.model;

/** What the protocol rests on. Each can be taken out, and then the explorer finds a violation. */
enum Rule {
    /** The intent is in the journal before the effect is asked for. */
    INTENT_COMES_FIRST,
    /** A claim settles the intent that it finds open, before anything else. */
    A_CLAIM_SETTLES_THE_OPEN_INTENT,
    /** A register moves only from the value that the journal expects: the sequence of the intent before and its outcome. */
    A_REGISTER_MOVES_FROM_THE_EXPECTED_VALUE,
    /** A register stays when its outcome is in the journal. */
    A_REGISTER_STAYS,
    /** Whoever gives an effect up writes that into the register first. */
    GIVING_UP_IS_A_WRITE,
    /** The journal takes nothing from an owner before the present one. */
    APPENDING_IS_FENCED,
    /** The journal takes nothing from an owner who thinks that it ends elsewhere. */
    THE_END_OF_THE_JOURNAL_IS_CHECKED,
    /** The outcome of an intent is in the journal before the next effect is asked for. */
    THE_OUTCOME_TRAVELS_WITH_THE_NEXT_RECORD,
    /** A register answers only whoever asks for the same. */
    ARGUMENTS_ARE_COMPARED,
    /** No two claims have the same epoch. */
    EPOCHS_ARE_UNIQUE
}
