package dev.wit4j.runtime;

import dev.wit4j.Trap;
import dev.wit4j.component.FunctionType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Watches over the calls of an instance: imports are called by the thread of its invocation alone, one at a time, and a failure
 * that is no answer stays, whatever the guest's code catches.
 */
final class Guard {
    private volatile @Nullable Thread invocation;
    private boolean inCall;
    private @Nullable Failure failure;
    private @Nullable Trap thrown;

    /** An invocation begins, on this thread. */
    void begin() {
        invocation = Thread.currentThread();
    }

    /** The invocation is over. */
    void end() {
        invocation = null;
    }

    /** Why the instance must not go on, if so. */
    Optional<Failure> failure() {
        return Optional.ofNullable(failure);
    }

    /**
     * A call of {@code function} begins; {@link #leave} ends it.
     *
     * @throws Trap if it may not be called now
     */
    void enter(FunctionType function) {
        if (Thread.currentThread() != invocation) {
            throw new Trap("import " + function
                    + " was called outside of the invocation's thread; a component calls its imports from the thread"
                    + " that called it");
        }
        if (thrown != null) {
            throw thrown.again();
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

    /** Remembers why the instance must not go on, and returns what to throw into its code. */
    Trap fail(Throwable cause) {
        if (thrown == null) {
            failure = Failure.of(cause);
            thrown = cause instanceof Trap trap ? trap : new Trap("the call came to no answer: " + cause, cause);
        }
        return thrown;
    }
}
