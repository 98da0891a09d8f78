package dev.wit4j.redis;

import dev.wit4j.Bytes;
import dev.wit4j.journal.HistoryLostException;
import dev.wit4j.journal.Journal.Record;
import dev.wit4j.journal.Outcome;
import dev.wit4j.journal.StorageException;
import dev.wit4j.journal.WorkerId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;

/** Reads journals back. */
final class JournalReader {
    /** A page is read in one answer: its size should neither be that of many large records nor that of a few small ones. */
    private static final long PAGE_BYTES = 1 << 20;

    private static final int FIRST_PAGE = 16;
    private static final int LONGEST_PAGE = 4096;

    private final Redis redis;
    private final WorkerId worker;
    private final Keys.OfWorker keys;

    JournalReader(Redis redis, WorkerId worker, Keys.OfWorker keys) {
        this.redis = redis;
        this.worker = worker;
        this.keys = keys;
    }

    /** The snapshots, newest first. */
    List<StoredSnapshot> snapshots() {
        List<StoredSnapshot> snapshots = new ArrayList<>();
        List<?> reply =
                (List<?>) redis.run(keys.snapshots(), new CommandArguments(Command.HGETALL).add(keys.snapshots()));
        for (int i = 0; i < reply.size(); i += 2) {
            snapshots.add(StoredSnapshot.parse((byte[]) reply.get(i), (byte[]) reply.get(i + 1)));
        }
        snapshots.sort(Comparator.comparingLong(
                        (StoredSnapshot each) -> each.snapshot().sequence())
                .reversed());
        return snapshots;
    }

    /**
     * Gives the records behind {@code after}, up to {@code last}.
     *
     * @throws HistoryLostException if the journal ends before {@code last} or has a gap
     */
    void replay(long after, RecordId last, Consumer<Record> records) {
        String start = startBehind(after);
        long expected = -1;
        int page = FIRST_PAGE;
        while (true) {
            List<?> entries = read(start, last, page);
            long bytes = 0;
            for (Object entry : entries) {
                StoredRecord stored = StoredRecord.parse((List<?>) entry);
                RecordId id = stored.id();
                if (expected >= 0 && id.sequence() != expected) {
                    throw new HistoryLostException(worker, "record " + expected + " is missing before " + id);
                }
                expected = id.sequence() + 1;
                start = "(" + id;
                bytes += stored.size();
                if (id.sequence() > after) {
                    records.accept(stored.record());
                }
            }
            if (entries.size() < page) {
                break;
            }
            page = bytes < PAGE_BYTES ? Math.min(2 * page, LONGEST_PAGE) : Math.max(1, page / 2);
        }
        if (expected != last.sequence() + 1 && after < last.sequence()) {
            throw new HistoryLostException(worker, "the journal ends before record " + last);
        }
    }

    /** A snapshot knows the id of its record; without one, everything is read and skipped. */
    private String startBehind(long after) {
        Optional<RecordId> known = after == 0
                ? Optional.empty()
                : snapshots().stream()
                        .map(StoredSnapshot::id)
                        .filter(id -> id.sequence() == after)
                        .findFirst();
        return known.map(id -> "(" + id).orElse("-");
    }

    private List<?> read(String start, RecordId last, int count) {
        CommandArguments range = new CommandArguments(Command.XRANGE)
                .add(keys.journal())
                .add(start)
                .add(last.toString())
                .add("COUNT")
                .add(count);
        return (List<?>) redis.run(keys.journal(), range);
    }

    /** One entry of the stream. */
    private record StoredRecord(RecordId id, Map<String, byte[]> fields) {
        static StoredRecord parse(List<?> entry) {
            List<?> pairs = (List<?>) entry.get(1);
            Map<String, byte[]> fields = new HashMap<>();
            for (int i = 0; i < pairs.size(); i += 2) {
                fields.put(Redis.text(pairs.get(i)), (byte[]) pairs.get(i + 1));
            }
            return new StoredRecord(RecordId.parse((byte[]) entry.get(0)), fields);
        }

        long size() {
            return fields.values().stream().mapToLong(value -> value.length).sum();
        }

        Record record() {
            if (fields.containsKey("c")) {
                return new Record(id.epoch(), id.sequence(), Bytes.EMPTY, Outcome.DONE);
            }
            byte[] entries = fields.get("e");
            byte[] outcome = fields.get("o");
            if (entries == null || outcome == null) {
                throw new StorageException(
                        "record " + id + " in Redis is damaged: it has the fields " + fields.keySet());
            }
            return new Record(id.epoch(), id.sequence(), Bytes.wrap(entries), OutcomeText.parse(outcome));
        }
    }
}
