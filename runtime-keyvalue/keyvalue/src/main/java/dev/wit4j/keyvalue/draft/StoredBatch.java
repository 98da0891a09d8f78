package dev.wit4j.keyvalue.draft;

import dev.wit4j.Bytes;
import dev.wit4j.Tuple2;
import dev.wit4j.journal.Effect;
import dev.wit4j.keyvalue.bucket.BucketRequests;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wit.wasi.keyvalue.v0_2_0_draft.batch.Batch;
import wit.wasi.keyvalue.v0_2_0_draft.store.Bucket;

/** Several keys of the store at once. */
record StoredBatch(BucketRequests requests) implements Batch {
    @Override
    public List<Optional<Tuple2<String, Bytes>>> getMany(Bucket bucket, List<String> keys) {
        return StoreErrors.orError(() -> {
            List<Optional<Bytes>> values = requests.getAll(StoredBucket.nameOf(bucket), keys);
            var pairs = new ArrayList<Optional<Tuple2<String, Bytes>>>();
            for (int i = 0; i < values.size(); i++) {
                String key = keys.get(i);
                pairs.add(values.get(i).map(value -> new Tuple2<>(key, value)));
            }
            return pairs;
        });
    }

    @Override
    public void setMany(Bucket bucket, List<Tuple2<String, Bytes>> keyValues) {
        StoreErrors.orError(() -> requests.putAll(
                StoredBucket.nameOf(bucket),
                keyValues.stream()
                        .map(pair -> new Effect.KeyValue(pair.first(), pair.second()))
                        .toList()));
    }

    @Override
    public void deleteMany(Bucket bucket, List<String> keys) {
        StoreErrors.orError(() -> requests.delete(StoredBucket.nameOf(bucket), keys));
    }
}
