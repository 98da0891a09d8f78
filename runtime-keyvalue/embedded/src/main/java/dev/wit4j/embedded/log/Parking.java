package dev.wit4j.embedded.log;

import java.util.concurrent.locks.LockSupport;

/** How threads rest and wake each other: a permit for each, as {@link LockSupport} has it. A model checker brings its own. */
interface Parking {
    /** That of the JDK. */
    Parking THREADS = new Parking() {
        @Override
        public void park(Object blocker) {
            LockSupport.park(blocker);
        }

        @Override
        public void parkNanos(Object blocker, long nanos) {
            LockSupport.parkNanos(blocker, nanos);
        }

        @Override
        public void unpark(Thread thread) {
            LockSupport.unpark(thread);
        }
    };

    /** Waits for the permit of the calling thread and takes it; may return without one. */
    void park(Object blocker);

    /** Does the same for no longer than {@code nanos}. */
    void parkNanos(Object blocker, long nanos);

    /** Gives {@code thread} its permit. */
    void unpark(Thread thread);
}
