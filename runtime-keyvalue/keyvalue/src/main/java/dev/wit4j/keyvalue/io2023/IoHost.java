package dev.wit4j.keyvalue.io2023;

import dev.wit4j.keyvalue.bucket.TextContent;
import dev.wit4j.runtime.HostFunctions;
import wit.wasi.io.v0_2_0_rc_2023_11_10.error.Error;
import wit.wasi.io.v0_2_0_rc_2023_11_10.error.ErrorCodecs;
import wit.wasi.io.v0_2_0_rc_2023_11_10.error.ErrorFunctions;
import wit.wasi.io.v0_2_0_rc_2023_11_10.poll.PollFunctions;
import wit.wasi.io.v0_2_0_rc_2023_11_10.streams.StreamsFunctions;

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
