package dev.wit4j.runtime;

import dev.wit4j.Trap;
import dev.wit4j.journal.StorageException;
import dev.wit4j.runtime.entry.EntryFormatException;

/** Why an attempt of an invocation came to no answer, and with it what becomes of the invocation. */
sealed interface Failure {
    /** What happened. */
    Throwable cause();

    /** The guest or a host function threw what it does not declare: tried again, then recorded as the result. */
    record Retryable(Throwable cause) implements Failure {}

    /** It would be the same again, a broken rule, endless recursion or a recorded answer that is thrown: recorded as the result at once. */
    record Final(Throwable cause) implements Failure {}

    /** The host had no memory or could not link a class: tried again, and never recorded, neither as a result nor as an attempt. */
    record OfHost(Throwable cause) implements Failure {}

    /**
     * The worker must not go on: it diverged, was claimed elsewhere, its store failed, an import of it is missing, or there is
     * nothing left to bring it back from. Never recorded as a result.
     */
    record Stop(Throwable cause) implements Failure {}

    /** The failure that {@code thrown} is. */
    static Failure of(Throwable thrown) {
        if (thrown instanceof DivergenceTrap
                || thrown instanceof StorageException
                || thrown instanceof EntryFormatException
                || thrown instanceof MissingImportException
                || thrown instanceof SnapshotException
                || thrown instanceof WorkerStoppedException) {
            return new Stop(thrown);
        }
        if (thrown instanceof Trap
                || thrown instanceof StackOverflowError
                || thrown instanceof InDoubtException
                || thrown instanceof InvocationFailedException) {
            return new Final(thrown);
        }
        if (thrown instanceof VirtualMachineError || thrown instanceof LinkageError) {
            return new OfHost(thrown);
        }
        return new Retryable(thrown);
    }

    /**
     * Whether it may come from the thread of a caller, whose stack may be deep already, and who may interrupt it. Nothing is
     * recorded of such a failure: the worker's own thread finds out what becomes of the invocation.
     */
    default boolean mayBeOfThread() {
        return cause() instanceof StackOverflowError || Thread.currentThread().isInterrupted();
    }

    /** What happened, in a line for people. */
    default String reason() {
        Throwable cause = cause();
        String message = cause.getMessage();
        if (cause instanceof Trap && message != null) {
            return message;
        }
        return cause.getCause() instanceof HostError said ? cause + ": " + said.getMessage() : cause.toString();
    }
}
