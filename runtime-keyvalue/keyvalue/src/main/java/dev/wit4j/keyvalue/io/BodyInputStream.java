package dev.wit4j.keyvalue.io;

import dev.wit4j.keyvalue.bucket.Body;
import dev.wit4j.keyvalue.bucket.BodyInput;
import wit.wasi.io.v0_2.poll.Pollable;
import wit.wasi.io.v0_2.streams.InputStream;
import wit.wasi.io.v0_2.streams.StreamError;
import wit.wasi.io.v0_2.streams.StreamErrorException;

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
