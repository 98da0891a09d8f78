package dev.wit4j.keyvalue.eventual;

import dev.wit4j.keyvalue.bucket.BucketRequests;
import java.util.List;
import java.util.Optional;
import wit.wasi.keyvalue.v0_1.eventual.Eventual;
import wit.wasi.keyvalue.v0_1.types.Bucket;
import wit.wasi.keyvalue.v0_1.types.IncomingValue;
import wit.wasi.keyvalue.v0_1.types.OutgoingValue;

/** Single keys of the store. */
record StoredEventual(BucketRequests requests) implements Eventual {
    @Override
    public Optional<IncomingValue> get(Bucket bucket, String key) {
        return TraceError.orError(
                () -> requests.get(NamedBucket.nameOf(bucket), key).map(BodyIncomingValue::new));
    }

    @Override
    public void set(Bucket bucket, String key, OutgoingValue outgoingValue) {
        TraceError.orError(
                () -> requests.put(NamedBucket.nameOf(bucket), key, BodyOutgoingValue.contentOf(outgoingValue)));
    }

    @Override
    public void delete(Bucket bucket, String key) {
        TraceError.orError(() -> requests.delete(NamedBucket.nameOf(bucket), List.of(key)));
    }

    @Override
    public boolean exists(Bucket bucket, String key) {
        return TraceError.orError(() -> requests.exists(NamedBucket.nameOf(bucket), key));
    }
}
