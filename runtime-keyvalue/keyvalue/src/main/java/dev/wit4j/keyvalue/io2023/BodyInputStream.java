package dev.wit4j.keyvalue.io2023;

import dev.wit4j.keyvalue.bucket.Body;
import dev.wit4j.keyvalue.bucket.BodyInput;
import wit.wasi.io.v0_2_0_rc_2023_11_10.poll.Pollable;
import wit.wasi.io.v0_2_0_rc_2023_11_10.streams.InputStream;
import wit.wasi.io.v0_2_0_rc_2023_11_10.streams.StreamError;
import wit.wasi.io.v0_2_0_rc_2023_11_10.streams.StreamErrorException;

/** Reads a body, and drains it by that. At its end it is closed. */
public final class BodyInputStream extends BodyInput implements InputStream {
    /** A stream of what is left of {@code body}. */
    public BodyInputStream(Body body) {
        super(body);
    }

    @Override
    protected RuntimeException closed() {
        return new StreamErrorException(new StreamError.Closed());
    }

    @Override
    public Pollable subscribe() {
        return new ReadyPollable();
    }
}
