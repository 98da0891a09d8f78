package dev.wit4j.keyvalue.io;

import dev.wit4j.keyvalue.bucket.TextContent;
import dev.wit4j.runtime.HostFunctions;
import wit.wasi.io.v0_2.error.Error;
import wit.wasi.io.v0_2.error.ErrorCodecs;
import wit.wasi.io.v0_2.error.ErrorFunctions;
import wit.wasi.io.v0_2.poll.PollFunctions;
import wit.wasi.io.v0_2.streams.StreamsFunctions;

/** Registers streams, polls and their errors; all of it is local. */
public final class IoHost {
    private IoHost() {}

    /** Adds them to what a host implements. */
    public static void register(HostFunctions.Builder host) {
        host.implement(PollFunctions.TYPE, new Polling())
                .local(PollFunctions.TYPE)
                .local(StreamsFunctions.TYPE)
                .local(ErrorFunctions.TYPE)
                .content(ErrorCodecs.ERROR, new TextContent<>(Error::toDebugString, TextError::new));
    }
}
