package dev.wit4j.embedded.log;

import java.util.concurrent.atomic.AtomicReference;

/**
 * Wakes one thread. Telling it that there is something to do costs nothing while it is at work, and nothing that can wait wakes
 * it from a doze, out of which it comes by itself.
 *
 * <p>That thread says first how it is about to {@link #rest}, looks then once more whether there is something to do, and only
 * then {@link #sleep sleeps} or goes back {@link #work to work}; so that nobody's call is lost between looking and sleeping.
 */
final class Alarm {
    private final Parking parking;
    private final AtomicReference<State> state = new AtomicReference<>(State.AT_WORK);
    private volatile Thread sleeper = Thread.currentThread();

    private enum State {
        AT_WORK,
        DOZING,
        ASLEEP
    }

    Alarm(Parking parking) {
        this.parking = parking;
    }

    /** The calling thread is about to rest: for a while or, if {@code deeply}, until somebody calls. */
    void rest(boolean deeply) {
        sleeper = Thread.currentThread();
        state.set(deeply ? State.ASLEEP : State.DOZING);
    }

    /** The thread has found something to do. */
    void work() {
        state.set(State.AT_WORK);
    }

    /** Rests as said before, unless somebody called since; for no longer than {@code nanos} where it is no deep sleep. */
    void sleep(long nanos) {
        if (state.get() == State.ASLEEP) {
            while (state.get() == State.ASLEEP) {
                parking.park(this);
                Thread.interrupted(); // nobody has a reason to, and it must not keep the thread awake
            }
        } else if (state.get() == State.DOZING) {
            parking.parkNanos(this, nanos);
        }
        work();
    }

    /** There is something to do now. */
    void call() {
        if (state.get() != State.AT_WORK && state.getAndSet(State.AT_WORK) != State.AT_WORK) {
            parking.unpark(sleeper);
        }
    }

    /** There is something to do in a while. */
    void mention() {
        if (state.get() == State.ASLEEP) {
            call();
        }
    }
}
