package dev.wit4j.keyvalue.eventual;

import dev.wit4j.Bytes;
import dev.wit4j.keyvalue.bucket.Body;
import dev.wit4j.keyvalue.io.BodyInputStream;
import wit.wasi.io.v0_2.streams.InputStream;
import wit.wasi.keyvalue.v0_1.types.IncomingValue;

/** A value that came from a bucket: consuming it drains its body. */
final class BodyIncomingValue implements IncomingValue {
    private final Body body;

    /** A value of that content. */
    BodyIncomingValue(Bytes content) {
        body = new Body(content);
    }

    /** What is left of a value of this host. */
    static Bytes contentOf(IncomingValue value) {
        return ((BodyIncomingValue) value).body.content();
    }

    @Override
    public Bytes incomingValueConsumeSync() {
        return body.drain();
    }

    @Override
    public InputStream incomingValueConsumeAsync() {
        return new BodyInputStream(body);
    }

    @Override
    public long incomingValueSize() {
        return body.size();
    }

    @Override
    public void close() {
        // There is nothing to give back.
    }
}
