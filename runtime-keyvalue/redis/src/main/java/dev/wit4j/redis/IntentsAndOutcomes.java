package dev.wit4j.redis;

import dev.wit4j.journal.Journal.Record;
import dev.wit4j.journal.StorageException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Gives records on, intents with the outcomes that the commits behind them brought. Use by one thread. */
final class IntentsAndOutcomes {
    private final long after;
    private final Consumer<Record> records;

    /** An intent without its outcome, and the claims behind it. */
    private final List<StoredRecord> held = new ArrayList<>();

    IntentsAndOutcomes(long after, Consumer<Record> records) {
        this.after = after;
        this.records = records;
    }

    void accept(StoredRecord record) {
        if (!held.isEmpty() && !record.isClaim()) {
            release(record.settled()
                    .orElseThrow(() -> new StorageException("record " + record.id()
                            + " in Redis is damaged: it does not say what came of the intent before it")));
        }
        if (!held.isEmpty() || !record.isClaim() && record.intent().isPresent()) {
            held.add(record);
        } else {
            give(record.id(), record.record());
        }
    }

    /** No further record comes; what came of an intent at the end is known from elsewhere. */
    void end(Settled settled) {
        if (!held.isEmpty()) {
            release(settled.outcome());
        }
    }

    private void release(byte[] outcome) {
        for (StoredRecord each : held) {
            give(each.id(), each.isClaim() ? each.record() : each.record(outcome));
        }
        held.clear();
    }

    private void give(RecordId id, Record record) {
        if (id.sequence() > after) {
            records.accept(record);
        }
    }
}
