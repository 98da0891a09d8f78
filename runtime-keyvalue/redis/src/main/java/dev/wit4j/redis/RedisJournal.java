package dev.wit4j.redis;

import dev.wit4j.Bytes;
import dev.wit4j.journal.BucketReader;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.FencedException;
import dev.wit4j.journal.HistoryLostException;
import dev.wit4j.journal.Journal;
import dev.wit4j.journal.Outcome;
import dev.wit4j.journal.StorageException;
import dev.wit4j.journal.WorkerId;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One claim of a worker. */
final class RedisJournal implements Journal {
    private static final byte[] NOTHING = {};

    private final RedisStorage storage;
    private final WorkerId worker;
    private final Keys.OfWorker keys;
    private final JournalHead head;
    private final CommitLoop loop;
    private final JournalReader reader;
    private @Nullable StorageException stopped;

    RedisJournal(RedisStorage storage, WorkerId worker, JournalHead head) {
        this.storage = storage;
        this.worker = worker;
        this.keys = storage.keys().of(worker);
        this.head = head;
        this.loop = new CommitLoop(storage.redis(), worker, keys, head);
        this.reader = new JournalReader(storage.redis(), worker, keys);
    }

    @Override
    public long epoch() {
        return head.last().epoch();
    }

    @Override
    public long sequence() {
        return head.last().sequence();
    }

    @Override
    public List<Snapshot> snapshots() {
        return reader.snapshots().stream().map(StoredSnapshot::snapshot).toList();
    }

    @Override
    public void replay(long after, Consumer<Record> records) {
        reader.replay(after, head.last(), records);
    }

    @Override
    public Outcome commit(Bytes entries, Effect effect) {
        if (stopped != null) {
            throw again(stopped);
        }
        try {
            return OutcomeText.parse(append(entries, effect));
        } catch (StorageException e) {
            stopped = e;
            throw e;
        }
    }

    private StorageException again(StorageException first) {
        return first instanceof FencedException || first instanceof HistoryLostException
                ? first
                : new StorageException(
                        "the journal of worker " + worker + " has stopped: " + first.getMessage(), first);
    }

    private byte[] append(Bytes entries, Effect effect) {
        if (effect instanceof Effect.OnBucket onBucket) {
            return append(entries, EffectCall.onShard(onBucket, storage.keys().shard(onBucket.bucket(), 0)));
        }
        if (effect instanceof Effect.Complete complete) {
            return complete(entries, complete);
        }
        if (effect instanceof Effect.Enqueue enqueue) {
            return enqueue(entries, enqueue);
        }
        if (effect instanceof Effect.Snapshot snapshot) {
            return save(entries, snapshot);
        }
        return append(entries, EffectCall.NONE);
    }

    private byte[] append(Bytes entries, EffectCall effect) {
        return loop.commit(entries, NOTHING, effect, head.length() + 1);
    }

    private byte[] complete(Bytes entries, Effect.Complete complete) {
        byte[] outcome = append(entries, EffectCall.complete(complete, keys));
        if (outcome[0] == '!') {
            throw new IllegalArgumentException("no invocation with the key " + complete.key() + " waits");
        }
        return outcome;
    }

    private byte[] enqueue(Bytes entries, Effect.Enqueue enqueue) {
        Keys.OfWorker other = storage.keys().of(enqueue.worker());
        byte[] outcome = append(entries, EffectCall.enqueue(enqueue.invocation(), other, false));
        return outcome[0] == '!'
                ? storage.registry()
                        .making(
                                enqueue.worker(),
                                () -> append(entries, EffectCall.enqueue(enqueue.invocation(), other, true)))
                : outcome;
    }

    private byte[] save(Bytes entries, Effect.Snapshot snapshot) {
        RecordId id = head.next();
        long length = head.lengthFrom(snapshot.trimBefore());
        long first = id.sequence() - length + 1;
        EffectCall save = EffectCall.snapshot(snapshot.state(), keys, id.epoch(), id.sequence(), first, length);
        return loop.commit(entries, NOTHING, save, length);
    }

    @Override
    public BucketReader buckets() {
        return storage.buckets();
    }

    @Override
    public void sync() {
        storage.durability().await(keys.journal());
    }

    @Override
    public void close() {
        if (stopped == null) {
            stopped = new StorageException("it was closed");
        }
    }
}
