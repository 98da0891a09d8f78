package dev.wit4j.keyvalue.io;

import dev.wit4j.keyvalue.bucket.TextContent;
import dev.wit4j.runtime.HostFunctions;
import dev.wit4j.runtime.WorkerClock;
import java.util.List;
import java.util.Objects;
import wit.wasi.io.v0_2.error.Error;
import wit.wasi.io.v0_2.error.ErrorCodecs;
import wit.wasi.io.v0_2.error.ErrorFunctions;
import wit.wasi.io.v0_2.poll.PollCodecs;
import wit.wasi.io.v0_2.poll.PollFunctions;
import wit.wasi.io.v0_2.poll.Pollable;
import wit.wasi.io.v0_2.streams.StreamsFunctions;

/** Registers streams, polls and their errors. Whether something is ready depends on time, so it is a read; all else is local. */
public final class IoHost {
    private IoHost() {}

    /**
     * Adds them to what a host implements.
     *
     * @param clock the worker's
     */
    @SuppressWarnings("unchecked")
    public static void register(HostFunctions.Builder host, WorkerClock clock) {
        Polling polling = new Polling(clock);
        host.implement(PollFunctions.TYPE, polling)
                .read(
                        PollFunctions.POLL,
                        (arguments, ready) -> polling.recall(
                                (List<Pollable>) arguments[0], (List<Long>) Objects.requireNonNull(ready)))
                .read(PollFunctions.POLLABLE_BLOCK, (arguments, none) -> polling.recall((Pollable) arguments[0]))
                .read(PollFunctions.POLLABLE_READY, (arguments, ready) -> {
                    if (Boolean.TRUE.equals(ready)) {
                        polling.recall((Pollable) arguments[0]);
                    }
                })
                .content(PollCodecs.POLLABLE, TimePollable.content(clock))
                .local(StreamsFunctions.TYPE)
                .local(ErrorFunctions.TYPE)
                .content(ErrorCodecs.ERROR, new TextContent<>(Error::toDebugString, TextError::new));
    }
}
