package dev.wit4j.runtime;

import dev.wit4j.journal.Invocation;
import dev.wit4j.journal.WorkerId;
import dev.wit4j.runtime.entry.Answer;
import java.util.Optional;

/** How a worker calls others. Safe to share between threads. */
interface RemoteCalls {
    /** Why {@code caller} would wait for ever if it called {@code worker} now, if so: that one waits for it already. */
    Optional<String> circle(WorkerId caller, WorkerId worker);

    /**
     * Waits for the answer of an invocation that is in the mailbox of {@code worker} already.
     *
     * @return the answer, when it is there and durable; a failure if {@code caller} would wait for ever
     * @throws WorkerStoppedException if the called worker stops before
     */
    Answer await(WorkerId caller, WorkerId worker, Invocation invocation);

    /**
     * Has {@code task} run, for {@code caller}, once {@code worker} takes calls again.
     *
     * @return whether it is stopped; if not, nothing is done
     */
    boolean whenResumed(WorkerId worker, WorkerId caller, Runnable task);
}
