package dev.wit4j.journal;

import dev.wit4j.Bytes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The store that a contract is about, and short words for its use. */
interface StorageUnderTest {
    WorkerId WORKER = new WorkerId("counter", "one");
    WorkerId OTHER = new WorkerId("counter", "two");

    Storage storage();

    /** Closes the store and opens it again. */
    void restart() throws Exception;

    /** Returns when {@code time} has passed for the store. */
    void pass(Duration time) throws Exception;

    default Bytes bytes(String text) {
        return Bytes.utf8(text);
    }

    default List<Journal.Record> records(Journal journal) {
        return recordsAfter(journal, 0);
    }

    /** The records that a commit made, without those of claims. */
    default List<Journal.Record> recordsAfter(Journal journal, long after) {
        List<Journal.Record> records = new ArrayList<>();
        journal.replay(after, records::add);
        records.removeIf(record -> record.entries().isEmpty());
        return records;
    }

    default Outcome apply(Effect.OnBucket effect) {
        return storage().buckets().apply(effect);
    }
}
