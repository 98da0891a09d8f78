package dev.wit4j.keyvalue.eventual;

import dev.wit4j.Bytes;
import dev.wit4j.keyvalue.bucket.Body;
import dev.wit4j.keyvalue.bucket.HeldVacancy;
import dev.wit4j.keyvalue.io.BodyOutputStream;
import dev.wit4j.runtime.HostFunctions;
import dev.wit4j.runtime.ResourceContent;
import java.util.Optional;
import wit.wasi.io.v0_2.streams.OutputStream;
import wit.wasi.keyvalue.v0_1.types.OutgoingValue;
import wit.wasi.keyvalue.v0_1.wasi_keyvalue_error.ErrorException;

/** A value on its way to a bucket: each write appends to its body. */
final class BodyOutgoingValue implements OutgoingValue {
    /** Its body; one that fills a key of the cache is more than that. */
    static final ResourceContent<OutgoingValue> CONTENT = new ResourceContent<>() {
        @Override
        public Bytes save(OutgoingValue value) {
            return contentOf(value);
        }

        @Override
        public boolean canSave(OutgoingValue value) {
            return ((BodyOutgoingValue) value).filling.isEmpty();
        }

        @Override
        public OutgoingValue load(Bytes content) {
            return new BodyOutgoingValue(new Body(content), Optional.empty());
        }
    };

    private final Body body;
    private final Optional<HeldVacancy.Filling> filling;

    /**
     * A value.
     *
     * @param body what is written so far
     * @param filling what becomes of it when it is dropped
     */
    BodyOutgoingValue(Body body, Optional<HeldVacancy.Filling> filling) {
        this.body = body;
        this.filling = filling;
    }

    /** Dropping a value is a write if it fills a key of the cache by that. */
    static HostFunctions.Behaviour behaviourOfDrop(Object value) {
        return ((BodyOutgoingValue) value).filling.isPresent()
                ? new HostFunctions.Behaviour.Write()
                : new HostFunctions.Behaviour.Local();
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
        filling.ifPresent(key -> key.complete(body.content()));
    }
}
