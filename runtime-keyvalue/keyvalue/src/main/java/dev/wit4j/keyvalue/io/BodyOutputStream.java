package dev.wit4j.keyvalue.io;

import dev.wit4j.keyvalue.bucket.Body;
import dev.wit4j.keyvalue.bucket.BodyOutput;
import wit.wasi.io.v0_2.poll.Pollable;
import wit.wasi.io.v0_2.streams.InputStream;
import wit.wasi.io.v0_2.streams.OutputStream;
import wit.wasi.io.v0_2.streams.StreamError;
import wit.wasi.io.v0_2.streams.StreamErrorException;

/** Appends to a body, up to {@link Body#MOST_BYTES}. */
public final class BodyOutputStream extends BodyOutput implements OutputStream {
    /** A stream that appends to {@code body}. */
    public BodyOutputStream(Body body) {
        super(body);
    }

    @Override
    protected RuntimeException failed(String message) {
        return new StreamErrorException(new StreamError.LastOperationFailed(new TextError(message)));
    }

    @Override
    public long splice(InputStream src, long len) {
        return splice(src::read, len);
    }

    @Override
    public long blockingSplice(InputStream src, long len) {
        return splice(src, len);
    }

    @Override
    public Pollable subscribe() {
        return new ReadyPollable();
    }
}
