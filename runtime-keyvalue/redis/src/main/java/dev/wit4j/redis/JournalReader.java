package dev.wit4j.redis;

import dev.wit4j.journal.HistoryLostException;
import dev.wit4j.journal.Journal.Record;
import dev.wit4j.journal.WorkerId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;

/** Reads journals back. */
final class JournalReader {
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
     * @param settled the outcome of the last intent, if that is not in the journal yet
     * @throws HistoryLostException if the journal ends before {@code last} or has a gap
     */
    void replay(long after, RecordId last, Settled settled, Consumer<Record> records) {
        IntentsAndOutcomes pairs = new IntentsAndOutcomes(after, records);
        String start = startBehind(after);
        long expected = -1;
        StreamPage page;
        do {
            page = StreamPage.between(redis, keys.journal(), start, last.toString());
            for (StreamPage.Entry entry : page.entries()) {
                StoredRecord stored = StoredRecord.parse(entry);
                RecordId id = stored.id();
                if (expected >= 0 && id.sequence() != expected) {
                    throw new HistoryLostException(
                            worker,
                            "record " + expected + " should follow, but " + id
                                    + " does: the server lost records in between, or brought lost ones back when it"
                                    + " started");
                }
                expected = id.sequence() + 1;
                start = "(" + id;
                pairs.accept(stored);
            }
        } while (page.more());
        if (expected != last.sequence() + 1 && after < last.sequence()) {
            throw new HistoryLostException(worker, "the journal ends before record " + last);
        }
        pairs.end(settled);
    }

    /**
     * The last record of a commit, if it is an intent whose outcome is not in the journal.
     *
     * @param before the record of a claim: only others are before it
     */
    Optional<OpenIntent> openIntent(RecordId before) {
        RecordId end = before;
        while (true) {
            CommandArguments range = new CommandArguments(Command.XREVRANGE)
                    .add(keys.journal())
                    .add("(" + end)
                    .add("-")
                    .add("COUNT")
                    .add(1);
            List<?> found = (List<?>) redis.run(keys.journal(), range);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            StoredRecord record = StoredRecord.parse(StreamPage.Entry.parse(found.get(0)));
            if (!record.isClaim()) {
                return record.intent().map(intent -> new OpenIntent(record.id().sequence(), intent));
            }
            end = record.id();
        }
    }

    /** An intent and the sequence of its record. */
    record OpenIntent(long sequence, Intent intent) {}

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
}
