package dev.wit4j.keyvalue.seed;

import dev.wit4j.Bytes;
import dev.wit4j.keyvalue.bucket.OutgoingBody;
import dev.wit4j.keyvalue.io2023.BodyOutputStream;
import dev.wit4j.runtime.HostFunctions;
import dev.wit4j.runtime.ResourceContent;
import wit.wasi.io.v0_2_0_rc_2023_11_10.streams.OutputStream;
import wit.wasi.keyvalue.types.OutgoingValue;

/** A value on its way to a bucket: each write appends to its body. */
record BodyOutgoingValue(OutgoingBody value) implements OutgoingValue {
    static final ResourceContent<OutgoingValue> CONTENT =
            OutgoingBody.content(value -> ((BodyOutgoingValue) value).value, BodyOutgoingValue::new);

    /** What dropping a value of this host is. */
    static HostFunctions.Behaviour behaviourOfDrop(Object value) {
        return ((BodyOutgoingValue) value).value.behaviourOfDrop();
    }

    /** What has been written to a value of this host. */
    static Bytes contentOf(OutgoingValue value) {
        return ((BodyOutgoingValue) value).value.body().content();
    }

    @Override
    public OutputStream outgoingValueWriteBodyAsync() {
        return new BodyOutputStream(value.body());
    }

    @Override
    public void outgoingValueWriteBodySync(Bytes more) {
        TraceError.orError(() -> value.body().append(more));
    }

    @Override
    public void close() {
        value.close();
    }
}
