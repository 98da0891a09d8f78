package dev.wit4j.runtime;

import dev.wit4j.Trap;
import dev.wit4j.journal.WorkerId;

/**
 * On replay the component did something else than what its journal says it did. Nothing was written, and the worker stops.
 */
public final class DivergenceTrap extends Trap {
    private static final long serialVersionUID = 1;

    private final long index;

    DivergenceTrap(WorkerId worker, long index, String expected, String came) {
        super("replay of worker " + worker + " diverged at journal entry " + index + "\n  expected: " + expected
                + "\n  came:     " + came
                + "\nThe component no longer does what it did when this was recorded. If it was changed, run the version that"
                + " recorded it, or start from a snapshot; if not, it depends on something that is not journaled: time,"
                + " random numbers, threads, static state or the order of a hash map.");
        this.index = index;
    }

    /** The index of the journal entry, from 0. */
    public long index() {
        return index;
    }
}
