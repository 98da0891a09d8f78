package dev.wit4j.runtime;

import java.util.ArrayList;
import java.util.List;

/** A clock that is set, and goes on by itself as long as somebody sleeps. */
final class ManualTime implements HostTime {
    private long nanos;
    private boolean closed;

    /** How long somebody slept, each time. */
    final List<Long> slept = new ArrayList<>();

    /** What happens to somebody who is about to sleep. */
    Runnable beforeSleep = () -> {};

    ManualTime(long nanos) {
        this.nanos = nanos;
    }

    synchronized void set(long value) {
        nanos = value;
    }

    @Override
    public synchronized long nanos() {
        return nanos;
    }

    @Override
    public boolean sleep(long time) {
        beforeSleep.run();
        synchronized (this) {
            slept.add(time);
            nanos += time;
            return !closed;
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
    }
}
