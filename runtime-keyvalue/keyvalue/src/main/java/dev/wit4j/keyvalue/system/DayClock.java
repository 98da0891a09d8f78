package dev.wit4j.keyvalue.system;

import java.time.Instant;
import java.time.InstantSource;
import wit.wasi.clocks.v0_2.wall_clock.Datetime;
import wit.wasi.clocks.v0_2.wall_clock.WallClock;

/**
 * The time of day.
 *
 * @param source the machine's
 */
record DayClock(InstantSource source) implements WallClock {
    @Override
    public Datetime now() {
        Instant now = source.instant();
        return new Datetime(now.getEpochSecond(), now.getNano());
    }

    @Override
    public Datetime resolution() {
        return new Datetime(0, 1);
    }
}
