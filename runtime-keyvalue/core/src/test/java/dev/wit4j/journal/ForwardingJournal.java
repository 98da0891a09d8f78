package dev.wit4j.journal;

import dev.wit4j.Bytes;
import java.util.List;
import java.util.function.Consumer;

/** A journal that passes every call on; a test overrides the calls that it watches, delays or fails. */
public abstract class ForwardingJournal implements Journal {
    private final Journal journal;

    /** One in front of {@code journal}. */
    protected ForwardingJournal(Journal journal) {
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
    public List<Snapshot> snapshots() {
        return journal.snapshots();
    }

    @Override
    public void replay(long after, Consumer<Record> records) {
        journal.replay(after, records);
    }

    @Override
    public Outcome commit(Bytes entries, Effect effect) {
        return journal.commit(entries, effect);
    }

    @Override
    public BucketReader buckets() {
        return journal.buckets();
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
