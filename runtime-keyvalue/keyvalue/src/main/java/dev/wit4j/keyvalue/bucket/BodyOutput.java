package dev.wit4j.keyvalue.bucket;

import dev.wit4j.Bytes;
import java.util.function.LongFunction;

/**
 * Appends to a body, up to {@link Body#MOST_BYTES}: what an output stream does in every version of {@code wasi:io}. It never waits,
 * and what is written is there at once.
 */
public abstract class BodyOutput {
    private final Body body;

    /** Appends to {@code body}. */
    protected BodyOutput(Body body) {
        this.body = body;
    }

    /** The declared error of a write that failed. */
    protected abstract RuntimeException failed(String message);

    /** How many bytes can be written. */
    public final long checkWrite() {
        return body.room();
    }

    /** Appends {@code contents}. */
    public final void write(Bytes contents) {
        orError(() -> body.append(contents));
    }

    /** The same. */
    public final void blockingWriteAndFlush(Bytes contents) {
        write(contents);
    }

    /** Does nothing. */
    public final void flush() {}

    /** Does nothing. */
    public final void blockingFlush() {}

    /** Appends {@code len} zeroes, an unsigned number. */
    public final void writeZeroes(long len) {
        orError(() -> body.appendZeroes(len));
    }

    /** The same. */
    public final void blockingWriteZeroesAndFlush(long len) {
        writeZeroes(len);
    }

    /** Appends what {@code read} gives when asked for up to {@code len} bytes, an unsigned number; says how many. */
    protected final long splice(LongFunction<Bytes> read, long len) {
        long room = checkWrite();
        Bytes moved = read.apply(Long.compareUnsigned(len, room) < 0 ? len : room);
        write(moved);
        return moved.size();
    }

    /** Does nothing: the body is the value's. */
    public final void close() {}

    private void orError(Runnable append) {
        try {
            append.run();
        } catch (RefusedException e) {
            throw failed(e.refusal().message());
        }
    }
}
