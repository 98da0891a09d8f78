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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One claim of a worker. */
final class RedisJournal implements Journal {
    private final RedisStorage storage;
    private final WorkerId worker;
    private final Keys.OfWorker keys;
    private final JournalHead head;
    private final CommitLoop loop;
    private final JournalReader reader;
    private final Registers registers;
    private final BucketReader buckets;
    private final Map<String, byte[]> elsewhere = new HashMap<>();
    private Settled settled = Settled.NOTHING;
    private @Nullable StorageException stopped;

    /**
     * A claim that was made.
     *
     * @param incarnation tells the worker from an earlier one of the same name
     */
    RedisJournal(RedisStorage storage, WorkerId worker, JournalHead head, String incarnation) {
        this.storage = storage;
        this.worker = worker;
        this.keys = storage.keys().of(worker);
        this.head = head;
        this.loop = new CommitLoop(storage.redis(), worker, keys, head, incarnation);
        this.reader = new JournalReader(storage.redis(), worker, keys);
        this.buckets = storage.slotsAreApart() && storage.durability().waitsForReplicas()
                ? new NotedReads(storage.buckets(), storage.keys(), this::noteUse)
                : storage.buckets();
        this.registers = new Registers(storage.redis(), worker, keys.expected(), incarnation);
    }

    /**
     * Does what an earlier owner meant to do and did not see done. A claim is complete when this is.
     *
     * @param deadline for it, as from before the claim was made
     */
    void settleOpenIntent(long deadline) {
        registers.load();
        reader.openIntent(head.last())
                .ifPresent(open -> settled = registers.settle(open.intent(), epoch(), open.sequence(), deadline));
    }

    /** What it has done on other slots. */
    Registers registers() {
        return registers;
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
        reader.replay(after, head.last(), settled, records);
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
            return write(entries, onBucket);
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
        return append(entries, effect, head.length() + 1);
    }

    private byte[] append(Bytes entries, EffectCall effect, long newLength) {
        return recorded(loop.commit(entries, settled, effect, newLength));
    }

    /** What came of the intent before is in the journal, if this is the outcome of a record. */
    private byte[] recorded(byte[] outcome) {
        if (outcome[0] != '!') {
            settled = Settled.NOTHING;
        }
        return outcome;
    }

    /** Appends what is meant to be done on other slots, then does it; what came of it goes with the next commit. */
    private byte[] mean(Bytes entries, List<Intent.Part> parts) {
        Intent intent = new Intent(parts);
        long deadline = Registers.deadline();
        byte[] appended = append(entries, EffectCall.intent(intent));
        if (appended[0] != 'I') {
            return appended;
        }
        settled = registers.settle(intent, epoch(), sequence(), deadline);
        return settled.outcome();
    }

    private byte[] write(Bytes entries, Effect.OnBucket effect) {
        List<ShardedEffect> parts = ShardedEffect.parts(storage.keys(), effect);
        parts.forEach(part -> noteUse(part.shard()));
        String write = worker + "/" + head.next();
        byte[] outcome = storage.slotsAreApart()
                ? mean(
                        entries,
                        parts.stream()
                                .map(part -> registers.part(
                                        part.shard().name(), part.shard().registers(), part.call(write)))
                                .toList())
                : append(entries, parts.get(0).call(write));
        storage.changes().written(effect);
        return outcome;
    }

    /** What rests on this shard has to be as durable as it is. */
    private void noteUse(Keys.OfShard shard) {
        elsewhere.put(shard.name(), shard.values());
    }

    /** An end that was given up would be in the journal, and the invocation still in the mailbox: it would be made again. */
    private byte[] complete(Bytes entries, Effect.Complete complete) {
        byte[] outcome = recorded(loop.commitWhole(entries, settled, EffectCall.complete(complete, keys)));
        if (outcome[0] == '!') {
            throw new IllegalArgumentException("no invocation with the key " + complete.key() + " waits");
        }
        return outcome;
    }

    private byte[] enqueue(Bytes entries, Effect.Enqueue enqueue) {
        WorkerId other = enqueue.worker();
        Keys.OfWorker its = storage.keys().of(other);
        if (!storage.slotsAreApart() || other.equals(worker)) {
            byte[] outcome = append(entries, EffectCall.enqueue(enqueue.invocation(), its, false));
            return outcome[0] != '!'
                    ? outcome
                    : storage.registry()
                            .making(other, () -> append(entries, EffectCall.enqueue(enqueue.invocation(), its, true)));
        }
        EffectCall call = EffectCall.enqueue(enqueue.invocation(), its, true);
        List<Intent.Part> parts = List.of(registers.part(Keys.place(other), its.registers(), call));
        elsewhere.put(Keys.place(other), its.queue());
        return storage.registry().isLive(other)
                ? mean(entries, parts)
                : storage.registry().making(other, () -> mean(entries, parts));
    }

    private byte[] save(Bytes entries, Effect.Snapshot snapshot) {
        RecordId id = head.next();
        long length = head.lengthFrom(snapshot.trimBefore());
        long first = id.sequence() - length + 1;
        EffectCall save = EffectCall.snapshot(snapshot.state(), keys, id.epoch(), id.sequence(), first, length);
        return append(entries, save, length);
    }

    @Override
    public BucketReader buckets() {
        return buckets;
    }

    @Override
    public void sync() {
        storage.durability().await(keys.journal());
        if (storage.slotsAreApart()) {
            elsewhere.values().forEach(storage.durability()::await);
        }
        elsewhere.clear();
    }

    @Override
    public void close() {
        if (stopped == null) {
            stopped = new StorageException("it was closed");
        }
    }
}
