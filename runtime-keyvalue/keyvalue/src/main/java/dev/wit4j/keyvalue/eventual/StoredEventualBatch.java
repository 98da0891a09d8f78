package dev.wit4j.keyvalue.eventual;

import dev.wit4j.Tuple2;
import dev.wit4j.journal.Effect;
import dev.wit4j.keyvalue.bucket.BucketRequests;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wit.wasi.keyvalue.v0_1.eventual_batch.EventualBatch;
import wit.wasi.keyvalue.v0_1.types.Bucket;
import wit.wasi.keyvalue.v0_1.types.IncomingValue;
import wit.wasi.keyvalue.v0_1.types.OutgoingValue;

/** Several keys of the store at once. */
record StoredEventualBatch(BucketRequests requests) implements EventualBatch {
    @Override
    public List<Optional<IncomingValue>> getMany(Bucket bucket, List<String> keys) {
        return TraceError.orError(() -> {
            var values = new ArrayList<Optional<IncomingValue>>();
            requests.getAll(NamedBucket.nameOf(bucket), keys)
                    .forEach(value -> values.add(value.map(BodyIncomingValue::new)));
            return values;
        });
    }

    @Override
    public List<String> keys(Bucket bucket) {
        return TraceError.orError(() -> requests.allKeys(NamedBucket.nameOf(bucket)));
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
