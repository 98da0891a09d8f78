package dev.wit4j.runtime;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Has the steps of a worker done by one thread at a time: one of the host's or, if nobody works just then, that of a caller. */
final class WorkerLoop {
    private final Executor executor;
    private final Steps steps;
    private final AtomicBoolean awake = new AtomicBoolean();

    /** The thread that is awake, if one is. */
    private volatile @Nullable Thread thread;

    /** Belongs to the thread that is awake. */
    private boolean borrowed;

    /** What is to be done; called by the thread that is awake, but for {@link #remain}. */
    interface Steps {
        /** Does what comes next; returns whether there was anything. */
        boolean next();

        /** Whether there is anything to do now; any thread may ask. */
        boolean remain();

        /** There is nothing to do any more, for now. */
        void rest();

        /** A step failed in a way that nobody expected. */
        void fail(Throwable cause);
    }

    WorkerLoop(Executor executor, Steps steps) {
        this.executor = executor;
        this.steps = steps;
    }

    boolean isAwake() {
        return awake.get();
    }

    /** Whether the thread that is awake is that of a caller. */
    boolean isBorrowed() {
        return borrowed;
    }

    /** Whether the calling thread is the one that is awake, which would wait for what it is to do itself. */
    boolean isOnThisThread() {
        return Thread.currentThread() == thread;
    }

    /** There may be something to do. */
    void wake() {
        if (awake.compareAndSet(false, true)) {
            try {
                executor.execute(this::work);
            } catch (RejectedExecutionException e) {
                work(); // the host is closed: what is left is to say so
            } catch (Throwable e) {
                awake.set(false);
                throw e;
            }
        }
    }

    /**
     * Has the calling thread do the steps as long as {@code wanted}; what is left then is for another one.
     *
     * @return whether it did; not if somebody works already
     */
    boolean borrow(BooleanSupplier wanted) {
        if (!awake.compareAndSet(false, true)) {
            return false;
        }
        thread = Thread.currentThread();
        borrowed = true;
        try {
            while (wanted.getAsBoolean() && steps.next()) {
                // One step after the other.
            }
            if (!steps.remain()) {
                steps.rest();
            }
        } catch (Throwable e) {
            steps.fail(e);
        } finally {
            borrowed = false;
            thread = null;
            awake.set(false);
        }
        if (steps.remain()) {
            wake();
        }
        return true;
    }

    private void work() {
        do {
            thread = Thread.currentThread();
            try {
                while (steps.next()) {
                    // One step after the other.
                }
                steps.rest();
            } catch (Throwable e) {
                steps.fail(e);
            } finally {
                thread = null;
                awake.set(false);
            }
        } while (steps.remain() && awake.compareAndSet(false, true));
    }
}
