package sample;

import dev.wit4j.Bytes;
import dev.wit4j.journal.BucketReader;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.ForwardingJournal;
import dev.wit4j.journal.ForwardingStorage;
import dev.wit4j.journal.Journal;
import dev.wit4j.journal.Outcome;
import dev.wit4j.journal.Storage;
import dev.wit4j.journal.WorkerId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what workers ask a store's buckets, and how often they change them. */
final class CountingStorage extends ForwardingStorage {
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicInteger writes = new AtomicInteger();

    CountingStorage(Storage storage) {
        super(storage);
    }

    AtomicInteger reads() {
        return reads;
    }

    AtomicInteger writes() {
        return writes;
    }

    @Override
    public Journal claim(WorkerId worker) {
        return new ForwardingJournal(super.claim(worker)) {
            @Override
            public Outcome commit(Bytes entries, Effect effect) {
                if (effect instanceof Effect.OnBucket) {
                    writes.incrementAndGet();
                }
                return super.commit(entries, effect);
            }

            @Override
            public BucketReader buckets() {
                return new CountingReader(super.buckets());
            }
        };
    }

    private final class CountingReader implements BucketReader {
        private final BucketReader buckets;

        CountingReader(BucketReader buckets) {
            this.buckets = buckets;
        }

        @Override
        public Optional<Bytes> get(String bucket, String key) {
            reads.incrementAndGet();
            return buckets.get(bucket, key);
        }

        @Override
        public List<Optional<Bytes>> getAll(String bucket, List<String> keys, long bytes) {
            reads.incrementAndGet();
            return buckets.getAll(bucket, keys, bytes);
        }

        @Override
        public boolean exists(String bucket, String key) {
            reads.incrementAndGet();
            return buckets.exists(bucket, key);
        }

        @Override
        public Page keys(String bucket, OptionalLong after, int limit) {
            reads.incrementAndGet();
            return buckets.keys(bucket, after, limit);
        }
    }
}
