package dev.wit4j.runtime;

import dev.wit4j.journal.Invocation;
import dev.wit4j.journal.WorkerId;
import dev.wit4j.runtime.entry.Answer;

/** How a worker waits for another: the invocation is in its mailbox already. Safe to share between threads. */
@FunctionalInterface
interface RemoteCalls {
    /**
     * The answer, when it is there and durable.
     *
     * @throws WorkerStoppedException if the called worker stops before
     */
    Answer await(WorkerId worker, Invocation invocation);
}
