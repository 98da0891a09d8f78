package dev.wit4j.runtime;

import dev.wit4j.Trap;
import dev.wit4j.component.FunctionType;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Watches over the calls of an instance: imports are called by the thread of its invocation alone, one at a time, and a failure
 * that is no answer stays, whatever the guest's code catches.
 */
final class Guard {
    private volatile @Nullable Thread invocation;
    private boolean inCall;

    /** Whether the thread of the invocation was interrupted by {@link #interrupt}. */
    private boolean interrupted;

    private final AtomicReference<@Nullable Fault> fault = new AtomicReference<>();

    /** Why the instance must not go on, and what its code is told. */
    private record Fault(Failure failure, Trap thrown) {}

    /** An invocation begins, on this thread. */
    void begin() {
        invocation = Thread.currentThread();
    }

    /** The invocation is over. */
    synchronized void end() {
        invocation = null;
        if (interrupted) {
            Thread.interrupted(); // that was for the guest alone
        }
    }

    /** The invocation must not go on, and its thread is interrupted, if there is one. Any thread may call it. */
    synchronized void interrupt(WorkerStoppedException reason) {
        Thread running = invocation;
        if (running != null) {
            fail(reason);
            interrupted = true;
            running.interrupt();
        }
    }

    /** Why the instance must not go on, if so. */
    Optional<Failure> failure() {
        return Optional.ofNullable(fault.get()).map(Fault::failure);
    }

    /**
     * A call of {@code function} begins; {@link #leave} ends it.
     *
     * @throws Trap if it may not be called now
     */
    void enter(FunctionType function) {
        Thread running = invocation;
        if (Thread.currentThread() != running) {
            Trap trap = new Trap("import " + function
                    + " was called outside of the invocation's thread; a component calls its imports from the thread"
                    + " that called it");
            throw running == null ? trap : fail(trap);
        }
        Fault earlier = fault.get();
        if (earlier != null) {
            throw earlier.thrown().again();
        }
        if (inCall) {
            throw fail(new Trap("import " + function + " was called by the host while it ran another import"));
        }
        inCall = true;
    }

    /** The call is over. */
    void leave() {
        inCall = false;
    }

    /** Remembers why the instance must not go on, and returns what to throw into its code. Any thread may call it. */
    Trap fail(Throwable cause) {
        Trap trap = cause instanceof Trap itself ? itself : new Trap("the call came to no answer: " + cause, cause);
        Fault first = fault.compareAndExchange(null, new Fault(Failure.of(cause), trap));
        return first == null ? trap : first.thrown();
    }
}
