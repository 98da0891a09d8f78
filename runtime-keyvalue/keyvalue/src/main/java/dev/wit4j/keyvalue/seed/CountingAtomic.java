package dev.wit4j.keyvalue.seed;

import dev.wit4j.Bytes;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.Outcome;
import dev.wit4j.keyvalue.bucket.BucketRequests;
import dev.wit4j.keyvalue.bucket.Refusal;
import dev.wit4j.keyvalue.bucket.RefusedException;
import java.util.Optional;
import wit.wasi.keyvalue.atomic.Atomic;
import wit.wasi.keyvalue.types.Bucket;

/** Counters: values that are ASCII decimals. Swapping an absent one is an error. */
record CountingAtomic(BucketRequests requests) implements Atomic {
    @Override
    public long increment(Bucket bucket, String key, long delta) {
        return TraceError.orError(
                () -> requests.increment(NamedBucket.nameOf(bucket), key, delta, Effect.Range.UNSIGNED));
    }

    @Override
    public boolean compareAndSwap(Bucket bucket, String key, long old, long next) {
        return TraceError.orError(() -> {
            Optional<Outcome.Mismatch> mismatch = swap(bucket, key, old, next);
            if (mismatch.isPresent() && mismatch.get().found().isEmpty()) {
                throw new RefusedException(new Refusal.KeyNotFound());
            }
            return mismatch.isEmpty();
        });
    }

    private Optional<Outcome.Mismatch> swap(Bucket bucket, String key, long old, long next) {
        return requests.compareAndSwap(NamedBucket.nameOf(bucket), key, Optional.of(decimal(old)), decimal(next));
    }

    private static Bytes decimal(long unsigned) {
        return Bytes.utf8(Long.toUnsignedString(unsigned));
    }
}
