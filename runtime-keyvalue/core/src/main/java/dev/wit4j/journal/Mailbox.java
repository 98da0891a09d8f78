package dev.wit4j.journal;

import dev.wit4j.Bytes;
import java.util.List;
import java.util.Optional;

/** The invocations of one worker: those that wait, in order, and the results of those that are done. Safe to share. */
public interface Mailbox {
    /**
     * Puts an invocation at the end of the queue, unless its key is known.
     *
     * @return what is known of the key afterwards; not durable before {@link #sync}
     * @throws StorageException if the store cannot be used
     */
    State enqueue(Invocation invocation);

    /** What is known of a key. */
    State state(String key);

    /** The invocations that wait, oldest first; the one that runs is still among them. */
    List<Invocation> pending();

    /** Returns when everything that was enqueued or seen here is durable. */
    void sync();

    /** What is known of an idempotency key. */
    sealed interface State {
        /** Nothing. */
        record Unknown() implements State {}

        /** It waits or runs. */
        record Pending() implements State {}

        /** It is done, and this is its result. */
        record Completed(Bytes result) implements State {}

        /** It is known with other content: nothing was enqueued. */
        record Conflict() implements State {}
    }

    /** The result of an invocation that is done. */
    default Optional<Bytes> result(String key) {
        return state(key) instanceof State.Completed completed ? Optional.of(completed.result()) : Optional.empty();
    }
}
