package dev.wit4j.keyvalue.system;

import dev.wit4j.keyvalue.io.IoHost;
import dev.wit4j.runtime.HostContext;
import dev.wit4j.runtime.HostFunctions;
import dev.wit4j.runtime.HostProvider;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import wit.wasi.clocks.v0_2.monotonic_clock.MonotonicClockFunctions;
import wit.wasi.clocks.v0_2.timezone.TimezoneFunctions;
import wit.wasi.clocks.v0_2.wall_clock.WallClockFunctions;
import wit.wasi.logging.logging.LoggingFunctions;
import wit.wasi.random.v0_2.insecure.InsecureFunctions;
import wit.wasi.random.v0_2.insecure_seed.InsecureSeedFunctions;
import wit.wasi.random.v0_2.random.RandomFunctions;

/**
 * Hosts {@code wasi:clocks}, {@code wasi:random}, {@code wasi:logging}, and {@code wasi:io/poll} to wait for a clock by.
 *
 * @param clock the time of day and its zone; time is measured by the worker's own clock
 * @param log where messages of components go
 */
public record SystemProvider(Clock clock, GuestLog log) implements HostProvider {
    /** A provider of the machine's clock and zone, whose messages go to slf4j. */
    public SystemProvider() {
        this(Clock.systemDefaultZone(), GuestLog.SLF4J);
    }

    @Override
    public HostFunctions open(HostContext context) {
        RandomNumbers random = new RandomNumbers();
        HostFunctions.Builder host = HostFunctions.builder();
        IoHost.register(host, context.clock());
        return host.implement(MonotonicClockFunctions.TYPE, new MeasuringClock(context.clock()))
                .read(MonotonicClockFunctions.NOW, (arguments, now) -> recall(context, now))
                .read(MonotonicClockFunctions.SUBSCRIBE_DURATION)
                .local(MonotonicClockFunctions.RESOLUTION, MonotonicClockFunctions.SUBSCRIBE_INSTANT)
                .implement(WallClockFunctions.TYPE, new DayClock(clock))
                .read(WallClockFunctions.NOW)
                .local(WallClockFunctions.RESOLUTION)
                .implement(TimezoneFunctions.TYPE, new LocalTime(clock.getZone()))
                .read(TimezoneFunctions.DISPLAY, TimezoneFunctions.UTC_OFFSET)
                .implement(RandomFunctions.TYPE, random)
                .read(RandomFunctions.GET_RANDOM_BYTES, RandomFunctions.GET_RANDOM_U64)
                .implement(InsecureFunctions.TYPE, random)
                .read(InsecureFunctions.GET_INSECURE_RANDOM_BYTES, InsecureFunctions.GET_INSECURE_RANDOM_U64)
                .implement(InsecureSeedFunctions.TYPE, random)
                .read(InsecureSeedFunctions.INSECURE_SEED)
                .implement(LoggingFunctions.TYPE, new JournaledLogging(context, log))
                .write(LoggingFunctions.LOG)
                .build();
    }

    private static void recall(HostContext context, @Nullable Object now) {
        context.clock().atLeast((Long) Objects.requireNonNull(now));
    }
}
