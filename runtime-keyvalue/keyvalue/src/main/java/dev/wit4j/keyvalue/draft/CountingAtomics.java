package dev.wit4j.keyvalue.draft;

import dev.wit4j.journal.Effect;
import dev.wit4j.keyvalue.bucket.BucketRequests;
import wit.wasi.keyvalue.v0_2_0_draft.atomics.Atomics;
import wit.wasi.keyvalue.v0_2_0_draft.store.Bucket;

/** Counters: values that are ASCII decimals, from 0 on. */
record CountingAtomics(BucketRequests requests) implements Atomics {
    @Override
    public long increment(Bucket bucket, String key, long delta) {
        return StoreErrors.orError(
                () -> requests.increment(StoredBucket.nameOf(bucket), key, delta, Effect.Range.UNSIGNED));
    }
}
