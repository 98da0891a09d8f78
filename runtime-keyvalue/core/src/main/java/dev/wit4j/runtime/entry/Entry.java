package dev.wit4j.runtime.entry;

import dev.wit4j.Bytes;

/**
 * One entry of a worker's journal. Entries have indexes from 0 on, which replay counts; a record of the journal holds one or
 * several of them.
 */
public sealed interface Entry {
    /**
     * The first entry of a worker.
     *
     * @param incarnation tells this worker from an earlier one of the same name that was deleted; random
     */
    record Created(long incarnation) implements Entry {}

    /**
     * An invocation begins. It holds what it was called with, so that replay needs nothing else.
     *
     * @param key the idempotency key
     * @param request an encoded {@link Request}
     */
    record Started(String key, Bytes request) implements Entry {}

    /** A call that changed nothing, with its answer; also one that was refused before it changed anything. */
    record Read(CallIdentity call, Answer answer) implements Entry {}

    /** A call that changed the store in the same step: last of its record, whose outcome is the outcome of the call. */
    record Write(CallIdentity call) implements Entry {}

    /**
     * A call that leaves the store is about to be made; last of its record. For a call of another worker the record's effect
     * has put it into that worker's mailbox; one that is refused at once, because it would never be answered, is followed by
     * that answer, in its record or another. Its answer is the next entry that is {@link Answered} or {@link InDoubt}.
     */
    record Begun(CallIdentity call) implements Entry {}

    /** The answer of the call that was {@link Begun}. */
    record Answered(Answer answer) implements Entry {}

    /** The call that was {@link Begun} must not be made again, and nobody knows whether it was made. */
    record InDoubt() implements Entry {}

    /** An attempt of the running invocation failed; the next one replays what came before and goes on from there. */
    record AttemptFailed(String reason) implements Entry {}

    /**
     * The invocation is done; its result is in the mailbox.
     *
     * @param resultHash of the encoded answer
     */
    record Completed(Hash resultHash) implements Entry {}

    /** The invocation was given up: the instance is as it was before {@link Started}. What it wrote stays written. */
    record Skipped(String reason) implements Entry {}

    /** The record saved a snapshot of the state at this place. */
    record SnapshotTaken() implements Entry {}
}
