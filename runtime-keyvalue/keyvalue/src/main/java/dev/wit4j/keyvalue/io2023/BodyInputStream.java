package dev.wit4j.keyvalue.io2023;

import dev.wit4j.Bytes;
import dev.wit4j.keyvalue.bucket.Body;
import wit.wasi.io.v0_2_0_rc_2023_11_10.poll.Pollable;
import wit.wasi.io.v0_2_0_rc_2023_11_10.streams.InputStream;
import wit.wasi.io.v0_2_0_rc_2023_11_10.streams.StreamError;
import wit.wasi.io.v0_2_0_rc_2023_11_10.streams.StreamErrorException;

/** Reads a body, and drains it by that. At its end it is closed. */
public final class BodyInputStream implements InputStream {
    private final Body body;

    /** A stream of what is left of {@code body}. */
    public BodyInputStream(Body body) {
        this.body = body;
    }

    @Override
    public Bytes read(long len) {
        if (body.size() == 0) {
            throw new StreamErrorException(new StreamError.Closed());
        }
        return body.take(len);
    }

    @Override
    public Bytes blockingRead(long len) {
        return read(len);
    }

    @Override
    public long skip(long len) {
        return read(len).size();
    }

    @Override
    public long blockingSkip(long len) {
        return skip(len);
    }

    @Override
    public Pollable subscribe() {
        return new ReadyPollable();
    }

    @Override
    public void close() {
        // The body is the value's.
    }
}
