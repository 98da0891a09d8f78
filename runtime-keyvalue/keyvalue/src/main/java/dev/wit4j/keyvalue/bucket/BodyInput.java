package dev.wit4j.keyvalue.bucket;

import dev.wit4j.Bytes;

/**
 * Reads a body, and drains it by that: what an input stream does in every version of {@code wasi:io}. It never waits, and is closed
 * at the end of the body.
 */
public abstract class BodyInput {
    private final Body body;

    /** Reads what is left of {@code body}. */
    protected BodyInput(Body body) {
        this.body = body;
    }

    /** The declared error of a stream that is closed. */
    protected abstract RuntimeException closed();

    /** Takes up to {@code len} bytes, an unsigned number. */
    public final Bytes read(long len) {
        if (body.size() == 0) {
            throw closed();
        }
        return body.take(len);
    }

    /** The same. */
    public final Bytes blockingRead(long len) {
        return read(len);
    }

    /** Takes up to {@code len} bytes, an unsigned number, and says how many. */
    public final long skip(long len) {
        return read(len).size();
    }

    /** The same. */
    public final long blockingSkip(long len) {
        return skip(len);
    }

    /** Does nothing: the body is the value's. */
    public final void close() {}
}
