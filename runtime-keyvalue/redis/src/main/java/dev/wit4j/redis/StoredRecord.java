package dev.wit4j.redis;

import dev.wit4j.Bytes;
import dev.wit4j.journal.Journal.Record;
import dev.wit4j.journal.Outcome;
import dev.wit4j.journal.StorageException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An entry of a journal's stream.
 *
 * @param id its id
 * @param fields {@code c} for a claim: who claimed; else {@code e}: the entries, {@code o}: the outcome or intent, {@code p}:
 *     the outcome of the intent before, if there was one
 */
record StoredRecord(RecordId id, Map<String, byte[]> fields) {
    static StoredRecord parse(StreamPage.Entry entry) {
        List<byte[]> pairs = entry.fields();
        Map<String, byte[]> fields = new HashMap<>();
        for (int i = 0; i < pairs.size(); i += 2) {
            fields.put(Redis.text(pairs.get(i)), pairs.get(i + 1));
        }
        return new StoredRecord(RecordId.parse(entry.id()), fields);
    }

    boolean isClaim() {
        return fields.containsKey("c");
    }

    /** What it means, if its outcome is elsewhere. */
    Optional<Intent> intent() {
        byte[] outcome = field("o");
        return outcome.length > 0 && outcome[0] == 'I'
                ? Optional.of(Intent.decode(Arrays.copyOfRange(outcome, 1, outcome.length)))
                : Optional.empty();
    }

    /** What came of the intent before it, if there was one. */
    Optional<byte[]> settled() {
        return Optional.ofNullable(fields.get("p"));
    }

    /** As the runtime knows it. */
    Record record() {
        return isClaim() ? new Record(id.epoch(), id.sequence(), Bytes.EMPTY, Outcome.DONE) : record(field("o"));
    }

    /** As the runtime knows it, with an outcome from elsewhere. */
    Record record(byte[] outcome) {
        return new Record(id.epoch(), id.sequence(), Bytes.wrap(field("e")), OutcomeText.parse(outcome));
    }

    private byte[] field(String name) {
        byte[] value = fields.get(name);
        if (value == null) {
            throw new StorageException("record " + id + " in Redis is damaged: it has the fields " + fields.keySet());
        }
        return value;
    }
}
