package dev.wit4j.keyvalue.system;

import dev.wit4j.keyvalue.io.TimePollable;
import dev.wit4j.runtime.WorkerClock;
import wit.wasi.clocks.v0_2.monotonic_clock.MonotonicClock;
import wit.wasi.io.v0_2.poll.Pollable;

/**
 * The clock for measuring time that passes, which also passes while the worker is away.
 *
 * @param clock the worker's
 */
record MeasuringClock(WorkerClock clock) implements MonotonicClock {
    @Override
    public long now() {
        return clock.now();
    }

    @Override
    public long resolution() {
        return 1;
    }

    @Override
    public Pollable subscribeInstant(long when) {
        return new TimePollable(clock, when);
    }

    @Override
    public Pollable subscribeDuration(long when) {
        long now = clock.now();
        long instant = now + when;
        return new TimePollable(clock, Long.compareUnsigned(instant, now) < 0 ? -1 : instant);
    }
}
