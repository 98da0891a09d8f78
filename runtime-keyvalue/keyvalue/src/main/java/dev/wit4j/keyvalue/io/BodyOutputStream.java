package dev.wit4j.keyvalue.io;

import dev.wit4j.Bytes;
import dev.wit4j.keyvalue.bucket.Body;
import dev.wit4j.keyvalue.bucket.RefusedException;
import wit.wasi.io.v0_2.poll.Pollable;
import wit.wasi.io.v0_2.streams.InputStream;
import wit.wasi.io.v0_2.streams.OutputStream;
import wit.wasi.io.v0_2.streams.StreamError;
import wit.wasi.io.v0_2.streams.StreamErrorException;

/** Appends to a body, up to {@link Body#MOST_BYTES}. */
public final class BodyOutputStream implements OutputStream {
    private final Body body;

    /** A stream that appends to {@code body}. */
    public BodyOutputStream(Body body) {
        this.body = body;
    }

    @Override
    public long checkWrite() {
        return body.room();
    }

    @Override
    public void write(Bytes contents) {
        orError(() -> body.append(contents));
    }

    @Override
    public void blockingWriteAndFlush(Bytes contents) {
        write(contents);
    }

    @Override
    public void flush() {
        // What is written is there.
    }

    @Override
    public void blockingFlush() {
        flush();
    }

    @Override
    public Pollable subscribe() {
        return new ReadyPollable();
    }

    @Override
    public void writeZeroes(long len) {
        orError(() -> body.appendZeroes(len));
    }

    @Override
    public void blockingWriteZeroesAndFlush(long len) {
        writeZeroes(len);
    }

    @Override
    public long splice(InputStream src, long len) {
        long room = checkWrite();
        Bytes moved = src.read(Long.compareUnsigned(len, room) < 0 ? len : room);
        write(moved);
        return moved.size();
    }

    @Override
    public long blockingSplice(InputStream src, long len) {
        return splice(src, len);
    }

    @Override
    public void close() {
        // The body is the value's.
    }

    private static void orError(Runnable append) {
        try {
            append.run();
        } catch (RefusedException e) {
            throw new StreamErrorException(new StreamError.LastOperationFailed(
                    new TextError(e.refusal().message())));
        }
    }
}
