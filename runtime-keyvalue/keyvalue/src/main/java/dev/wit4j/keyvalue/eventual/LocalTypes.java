package dev.wit4j.keyvalue.eventual;

import dev.wit4j.keyvalue.bucket.OutgoingBody;
import wit.wasi.keyvalue.v0_1.types.Bucket;
import wit.wasi.keyvalue.v0_1.types.OutgoingValue;
import wit.wasi.keyvalue.v0_1.types.Types;

/** Opens buckets and makes values. Asks nobody: whether a bucket may be used is decided when it is. */
final class LocalTypes implements Types {
    @Override
    public Bucket.Statics bucket() {
        return NamedBucket::new;
    }

    @Override
    public OutgoingValue.Statics outgoingValue() {
        return () -> new BodyOutgoingValue(new OutgoingBody());
    }
}
