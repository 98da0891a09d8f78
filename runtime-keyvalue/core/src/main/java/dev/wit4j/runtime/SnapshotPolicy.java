package dev.wit4j.runtime;

/**
 * When the state of a worker is saved by itself; by hand it can be at any time. Only components whose guest is a
 * {@link Checkpoint} are saved.
 */
public sealed interface SnapshotPolicy {
    /** By hand only. */
    record Never() implements SnapshotPolicy {}

    /** After every so many invocations, counted from the last snapshot. */
    record Every(int invocations) implements SnapshotPolicy {
        public Every {
            if (invocations < 1) {
                throw new IllegalArgumentException("a snapshot after every " + invocations + " invocations");
            }
        }
    }

    /** Before it is unloaded because it is idle, if there have been invocations since the last. */
    record OnIdle() implements SnapshotPolicy {}
}
