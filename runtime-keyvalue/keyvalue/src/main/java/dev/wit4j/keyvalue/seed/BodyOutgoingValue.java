package dev.wit4j.keyvalue.seed;

import dev.wit4j.Bytes;
import dev.wit4j.keyvalue.bucket.Body;
import dev.wit4j.keyvalue.io2023.BodyOutputStream;
import wit.wasi.io.v0_2_0_rc_2023_11_10.streams.OutputStream;
import wit.wasi.keyvalue.types.OutgoingValue;
import wit.wasi.keyvalue.wasi_cloud_error.ErrorException;

/** A value on its way to a bucket: each write appends to its body. */
final class BodyOutgoingValue implements OutgoingValue {
    private final Body body;

    /**
     * A value.
     *
     * @param body what is written so far
     */
    BodyOutgoingValue(Body body) {
        this.body = body;
    }

    /** What has been written to a value of this host. */
    static Bytes contentOf(OutgoingValue value) {
        return ((BodyOutgoingValue) value).body.content();
    }

    @Override
    public OutputStream outgoingValueWriteBodyAsync() {
        return new BodyOutputStream(body);
    }

    @Override
    public void outgoingValueWriteBodySync(Bytes value) {
        if (value.size() > Body.MOST_BYTES - body.size()) {
            throw new ErrorException(new TraceError("a value may have " + Body.MOST_BYTES
                    + " bytes, this one would have " + ((long) body.size() + value.size())));
        }
        body.append(value);
    }

    @Override
    public void close() {
        // There is nothing to give back.
    }
}
