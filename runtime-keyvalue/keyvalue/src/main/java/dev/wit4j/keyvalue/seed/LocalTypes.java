package dev.wit4j.keyvalue.seed;

import dev.wit4j.keyvalue.bucket.OutgoingBody;
import wit.wasi.keyvalue.types.Bucket;
import wit.wasi.keyvalue.types.OutgoingValue;
import wit.wasi.keyvalue.types.Types;

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
