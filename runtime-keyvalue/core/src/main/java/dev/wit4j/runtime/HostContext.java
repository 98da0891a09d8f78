package dev.wit4j.runtime;

import dev.wit4j.journal.BucketReader;
import dev.wit4j.journal.Buckets;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.Outcome;
import dev.wit4j.journal.WorkerId;
import java.util.function.Supplier;

/** What a {@link HostProvider} may use on behalf of one worker. */
public interface HostContext {
    /** The worker. */
    WorkerId worker();

    /** What the worker measures time by. */
    WorkerClock clock();

    /** The buckets as the worker sees them; for functions of the class <i>read</i>, and for these alone. */
    BucketReader buckets();

    /**
     * The buckets outside of every journal: what is done there is no part of the worker's history, is not undone by a crash, and
     * may be done again by a replay. For what only keeps workers out of each other's way.
     */
    Buckets shared();

    /** Whether {@link #write} may be called now: not when a resource is closed because its instance is over. */
    boolean mayWrite();

    /**
     * Changes the world: to be called exactly once by a function of the class <i>write</i>, and by no other. The effect is
     * committed together with the journal entry of the call. On replay {@code effect} is not asked for, and the outcome is the
     * recorded one; so what a function does with it must depend on nothing else but its arguments.
     *
     * @param effect what to do; what it throws is the call's answer if it is the declared error, journaled as such
     * @return what came of it
     */
    Outcome write(Supplier<Effect> effect);
}
