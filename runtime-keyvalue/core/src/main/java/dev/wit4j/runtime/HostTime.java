package dev.wit4j.runtime;

/** The time of the machine, as the workers of one host go by it. Safe to share between threads. */
interface HostTime {
    /** Nanoseconds since 1970, as far as the machine knows; never less than before while the host lives. */
    long nanos();

    /**
     * Waits.
     *
     * @param nanos for how long at most
     * @return whether the host still runs
     * @throws InterruptedException if the waiting thread is interrupted
     */
    boolean sleep(long nanos) throws InterruptedException;

    /** The host stops: nobody waits any longer. */
    void close();
}
