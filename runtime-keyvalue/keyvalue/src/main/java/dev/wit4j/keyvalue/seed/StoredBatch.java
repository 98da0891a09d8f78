package dev.wit4j.keyvalue.seed;

import dev.wit4j.Trap;
import dev.wit4j.Tuple2;
import dev.wit4j.journal.Effect;
import dev.wit4j.keyvalue.bucket.BucketRequests;
import dev.wit4j.keyvalue.bucket.Refusal;
import dev.wit4j.keyvalue.bucket.RefusedException;
import java.util.ArrayList;
import java.util.List;
import wit.wasi.keyvalue.batch.Batch;
import wit.wasi.keyvalue.types.Bucket;
import wit.wasi.keyvalue.types.IncomingValue;
import wit.wasi.keyvalue.types.OutgoingValue;

/** Several keys of the store at once. */
record StoredBatch(BucketRequests requests) implements Batch {
    @Override
    public List<IncomingValue> getMany(Bucket bucket, List<String> keys) {
        return TraceError.orError(() -> {
            var values = new ArrayList<IncomingValue>();
            for (var value : requests.getAll(NamedBucket.nameOf(bucket), keys)) {
                values.add(new BodyIncomingValue(
                        value.orElseThrow(() -> new RefusedException(new Refusal.KeyNotFound()))));
            }
            return values;
        });
    }

    @Override
    public List<String> getKeys(Bucket bucket) {
        try {
            return requests.allKeys(NamedBucket.nameOf(bucket));
        } catch (RefusedException e) {
            if (e.refusal() instanceof Refusal.Unavailable unavailable) {
                throw unavailable.cause();
            }
            throw new Trap("the keys of bucket '" + NamedBucket.nameOf(bucket) + "' cannot be had, and get-keys of"
                    + " this generation has no error: " + e.refusal().message());
        }
    }

    @Override
    public void setMany(Bucket bucket, List<Tuple2<String, OutgoingValue>> keyValues) {
        TraceError.orError(() -> requests.putAll(
                NamedBucket.nameOf(bucket),
                keyValues.stream()
                        .map(pair -> new Effect.KeyValue(pair.first(), BodyOutgoingValue.contentOf(pair.second())))
                        .toList()));
    }

    @Override
    public void deleteMany(Bucket bucket, List<String> keys) {
        TraceError.orError(() -> requests.delete(NamedBucket.nameOf(bucket), keys));
    }
}
