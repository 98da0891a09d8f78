package dev.wit4j.keyvalue.draft2;

import dev.wit4j.Bytes;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.Outcome;
import dev.wit4j.keyvalue.bucket.BucketRequests;
import dev.wit4j.keyvalue.bucket.RefusedException;
import java.util.Optional;
import wit.wasi.keyvalue.v0_2_0_draft2.atomics.Atomics;
import wit.wasi.keyvalue.v0_2_0_draft2.atomics.Cas;
import wit.wasi.keyvalue.v0_2_0_draft2.atomics.CasError;
import wit.wasi.keyvalue.v0_2_0_draft2.atomics.CasErrorException;
import wit.wasi.keyvalue.v0_2_0_draft2.store.Bucket;

/** Counters, values that are ASCII decimals, and swaps of whole values. */
record StoredAtomics(BucketRequests requests) implements Atomics {
    @Override
    public long increment(Bucket bucket, String key, long delta) {
        return StoreErrors.orError(
                () -> requests.increment(StoredBucket.nameOf(bucket), key, delta, Effect.Range.SIGNED));
    }

    @Override
    public void swap(Cas cas, Bytes value) {
        SeenValue seen = (SeenValue) cas;
        Optional<Outcome.Mismatch> mismatch;
        try {
            mismatch = requests.compareAndSwap(seen.bucket(), seen.key(), seen.value(), value);
        } catch (RefusedException e) {
            throw new CasErrorException(new CasError.StoreError(StoreErrors.error(e.refusal())));
        }
        if (mismatch.isPresent()) {
            throw new CasErrorException(new CasError.CasFailed(
                    new SeenValue(seen.bucket(), seen.key(), mismatch.get().found())));
        }
    }

    @Override
    public Cas.Statics cas() {
        return (bucket, key) -> StoreErrors.orError(() -> {
            String name = StoredBucket.nameOf(bucket);
            return new SeenValue(name, key, requests.get(name, key));
        });
    }
}
