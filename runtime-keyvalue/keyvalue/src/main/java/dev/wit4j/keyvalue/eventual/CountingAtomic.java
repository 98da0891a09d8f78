package dev.wit4j.keyvalue.eventual;

import dev.wit4j.Bytes;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.Outcome;
import dev.wit4j.keyvalue.bucket.BucketRequests;
import java.util.Optional;
import wit.wasi.keyvalue.v0_1.atomic.Atomic;
import wit.wasi.keyvalue.v0_1.types.Bucket;

/** Counters: values that are ASCII decimals. Swapping an absent one does nothing. */
record CountingAtomic(BucketRequests requests) implements Atomic {
    @Override
    public long increment(Bucket bucket, String key, long delta) {
        return TraceError.orError(
                () -> requests.increment(NamedBucket.nameOf(bucket), key, delta, Effect.Range.UNSIGNED));
    }

    @Override
    public boolean compareAndSwap(Bucket bucket, String key, long old, long next) {
        return TraceError.orError(() -> swap(bucket, key, old, next).isEmpty());
    }

    private Optional<Outcome.Mismatch> swap(Bucket bucket, String key, long old, long next) {
        return requests.compareAndSwap(NamedBucket.nameOf(bucket), key, Optional.of(decimal(old)), decimal(next));
    }

    private static Bytes decimal(long unsigned) {
        return Bytes.utf8(Long.toUnsignedString(unsigned));
    }
}
