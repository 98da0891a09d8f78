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

    /**
     * What is known of a key.
     *
     * @throws IllegalArgumentException if a lone surrogate is in it
     */
    State state(String key);

    /**
     * Those that have waited longest among the invocations that wait; the one that runs is still one of them. At least one, if any
     * waits, and about as many as have {@code bytes} together, so that a long queue is read piece by piece.
     */
    Waiting pending(long bytes);

    /** All the invocations that wait, oldest first. */
    default List<Invocation> pending() {
        return pending(Long.MAX_VALUE).oldest();
    }

    /**
     * Invocations that wait.
     *
     * @param oldest in their order
     * @param more whether there may be others behind them
     */
    record Waiting(List<Invocation> oldest, boolean more) {
        /** Nothing waits. */
        public static final Waiting NONE = new Waiting(List.of(), false);

        public Waiting {
            oldest = List.copyOf(oldest);
        }
    }

    /** Returns when everything that was enqueued or seen here is durable. */
    void sync();

    /** What is known of an idempotency key. */
    sealed interface State {
        /** Nothing, or no longer: see {@link Effect.Complete}. */
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
