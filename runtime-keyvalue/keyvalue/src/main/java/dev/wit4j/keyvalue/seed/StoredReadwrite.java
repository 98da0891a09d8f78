package dev.wit4j.keyvalue.seed;

import dev.wit4j.keyvalue.bucket.BucketRequests;
import dev.wit4j.keyvalue.bucket.Refusal;
import dev.wit4j.keyvalue.bucket.RefusedException;
import java.util.List;
import wit.wasi.keyvalue.readwrite.Readwrite;
import wit.wasi.keyvalue.types.Bucket;
import wit.wasi.keyvalue.types.IncomingValue;
import wit.wasi.keyvalue.types.OutgoingValue;

/** Single keys of the store. */
record StoredReadwrite(BucketRequests requests) implements Readwrite {
    @Override
    public IncomingValue get(Bucket bucket, String key) {
        return TraceError.orError(() -> requests.get(NamedBucket.nameOf(bucket), key)
                .map(BodyIncomingValue::new)
                .orElseThrow(() -> new RefusedException(new Refusal.KeyNotFound())));
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
