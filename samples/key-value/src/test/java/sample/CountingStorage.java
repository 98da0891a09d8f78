package sample;

import dev.wit4j.Bytes;
import dev.wit4j.journal.BucketReader;
import dev.wit4j.journal.BucketWatcher;
import dev.wit4j.journal.Buckets;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.Journal;
import dev.wit4j.journal.Mailbox;
import dev.wit4j.journal.Outcome;
import dev.wit4j.journal.Storage;
import dev.wit4j.journal.WorkerId;
import dev.wit4j.journal.Workers;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Counts what workers ask a store's buckets, and how often they change them. */
record CountingStorage(Storage storage, AtomicInteger reads, AtomicInteger writes) implements Storage {
    CountingStorage(Storage storage) {
        this(storage, new AtomicInteger(), new AtomicInteger());
    }

    @Override
    public Journal claim(WorkerId worker) {
        return new CountingJournal(storage.claim(worker));
    }

    @Override
    public Mailbox mailbox(WorkerId worker) {
        return storage.mailbox(worker);
    }

    @Override
    public void watch(BucketWatcher watcher) {
        storage.watch(watcher);
    }

    @Override
    public Workers workers() {
        return storage.workers();
    }

    @Override
    public Buckets buckets() {
        return storage.buckets();
    }

    @Override
    public void close() {
        storage.close();
    }

    private final class CountingJournal implements Journal {
        private final Journal journal;

        CountingJournal(Journal journal) {
            this.journal = journal;
        }

        @Override
        public long epoch() {
            return journal.epoch();
        }

        @Override
        public long sequence() {
            return journal.sequence();
        }

        @Override
        public List<Journal.Snapshot> snapshots() {
            return journal.snapshots();
        }

        @Override
        public void replay(long after, Consumer<Journal.Record> records) {
            journal.replay(after, records);
        }

        @Override
        public Outcome commit(Bytes entries, Effect effect) {
            if (effect instanceof Effect.OnBucket) {
                writes.incrementAndGet();
            }
            return journal.commit(entries, effect);
        }

        @Override
        public BucketReader buckets() {
            return new CountingReader(journal.buckets());
        }

        @Override
        public void sync() {
            journal.sync();
        }

        @Override
        public void close() {
            journal.close();
        }
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
        public List<Optional<Bytes>> getAll(String bucket, List<String> keys) {
            reads.incrementAndGet();
            return buckets.getAll(bucket, keys);
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
