package dev.wit4j.embedded.table;

import dev.wit4j.Bytes;
import dev.wit4j.embedded.change.MalformedRecordException;
import dev.wit4j.embedded.change.OutcomeCodec;
import dev.wit4j.embedded.change.Place;
import dev.wit4j.journal.Journal;
import dev.wit4j.journal.KeyOrder;
import dev.wit4j.journal.StorageException;
import dev.wit4j.journal.WorkerId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** Reads the tables; each row is checked. For one thread at a time. */
public final class TableReader {
    private static final int RECORD_OVERHEAD = 100;

    private final Path file;
    private final Connection connection;
    private final PreparedStatement begin;
    private final PreparedStatement end;
    private final PreparedStatement store;
    private final PreparedStatement entry;
    private final PreparedStatement entries;
    private final PreparedStatement worker;
    private final PreparedStatement workerByNumber;
    private final PreparedStatement workers;
    private final PreparedStatement waitingWorkers;
    private final PreparedStatement journal;
    private final PreparedStatement snapshots;
    private final PreparedStatement invocation;
    private final PreparedStatement lastInvocation;
    private final PreparedStatement waiting;

    TableReader(Path file, Connection connection) throws SQLException {
        this.file = file;
        this.connection = connection;
        String workerColumns = "SELECT number, component, name, epoch, sequence, first, crc FROM workers";
        begin = connection.prepareStatement("BEGIN");
        end = connection.prepareStatement("COMMIT");
        store = connection.prepareStatement("SELECT log, applied, time, crc FROM store");
        entry = connection.prepareStatement(
                "SELECT expires, head_crc, crc, value FROM entries" + " WHERE bucket = ? AND place = ? AND key = ?");
        entries = connection.prepareStatement("SELECT place, key, expires, head_crc FROM entries"
                + " WHERE bucket = ? AND place > ? ORDER BY place, key");
        worker = connection.prepareStatement(workerColumns + " WHERE component = ? AND name = ?");
        workerByNumber = connection.prepareStatement(workerColumns + " WHERE number = ?");
        workers = connection.prepareStatement(workerColumns);
        waitingWorkers = connection.prepareStatement(
                workerColumns + " WHERE number IN (SELECT worker FROM invocations WHERE result IS NULL)");
        journal = connection.prepareStatement("SELECT sequence, epoch, outcome, crc, entries FROM journal"
                + " WHERE worker = ? AND sequence > ? ORDER BY sequence");
        snapshots = connection.prepareStatement(
                "SELECT sequence, crc, state FROM snapshots WHERE worker = ? ORDER BY sequence DESC");
        invocation = connection.prepareStatement(
                "SELECT key, position, digest, crc, content, result, expires FROM invocations WHERE worker = ? AND key = ?");
        lastInvocation = connection.prepareStatement(
                "SELECT key, position, digest, crc, content, result, expires FROM invocations"
                        + " WHERE worker = ? ORDER BY key DESC LIMIT 1");
        waiting = connection.prepareStatement(
                "SELECT key, position, digest, crc, content, result, expires FROM invocations"
                        + " WHERE worker = ? AND result IS NULL ORDER BY position, key");
    }

    Connection connection() {
        return connection;
    }

    /**
     * What the tables are a view of.
     *
     * @param log the number of the log; 0 if there is none yet
     * @param applied the last record that is in them
     * @param time the latest time of the store that is in them, in milliseconds of the epoch
     */
    public record State(long log, long applied, long time) {}

    /** What the tables are a view of. */
    public State state() throws SQLException {
        try (ResultSet row = store.executeQuery()) {
            if (!row.next()) {
                return new State(0, 0, 0);
            }
            var state = new State(row.getLong(1), row.getLong(2), row.getLong(3));
            require(checksum(state) == row.getLong(4), "the row of the store");
            return state;
        }
    }

    static long checksum(State state) {
        return new RowChecksum()
                .number(state.log())
                .number(state.applied())
                .number(state.time())
                .value();
    }

    /** What is at {@code place}. */
    public Optional<Rows.Entry> entry(Place place) throws SQLException {
        entry.setBytes(1, utf8(place.bucket()));
        entry.setLong(2, place.order());
        entry.setBytes(3, utf8(place.key()));
        try (ResultSet row = entry.executeQuery()) {
            if (!row.next()) {
                return Optional.empty();
            }
            OptionalLong expires = optionalLong(row, 1);
            byte[] value = bytes(row, 4);
            long head = headChecksum(place, expires);
            require(head == row.getLong(2) && valueChecksum(head, value) == row.getLong(3), describe(place));
            return Optional.of(new Rows.Entry(Bytes.wrap(value), expires));
        }
    }

    static long headChecksum(Place place, OptionalLong expires) {
        return new RowChecksum()
                .text(place.bucket())
                .text(place.key())
                .number(expires)
                .value();
    }

    static long valueChecksum(long head, byte[] value) {
        return new RowChecksum().number(head).bytes(value).value();
    }

    static String describe(Place place) {
        return "key '" + place.key() + "' of bucket '" + place.bucket() + "'";
    }

    /** Takes keys as they are listed. */
    public interface Keys {
        /** Before the first key: the last record that is in the tables that are being read. */
        void begin(long applied);

        /**
         * The next key.
         *
         * @return whether another is wanted
         */
        boolean next(Place place, OptionalLong expires);
    }

    /** Gives the keys of a bucket whose order is greater than {@code after}, in their order, as of one moment. */
    public void keys(String bucket, long after, Keys keys) throws SQLException {
        begin.execute();
        try {
            keys.begin(state().applied());
            entries.setBytes(1, utf8(bucket));
            entries.setLong(2, after);
            try (ResultSet row = entries.executeQuery()) {
                boolean more = true;
                while (more && row.next()) {
                    var place = new Place(bucket, row.getLong(1), text(row, 2));
                    OptionalLong expires = optionalLong(row, 3);
                    require(
                            headChecksum(place, expires) == row.getLong(4) && KeyOrder.of(place.key()) == place.order(),
                            describe(place));
                    more = keys.next(place, expires);
                }
            }
        } finally {
            end.execute();
        }
    }

    /** The worker of that name. */
    public Optional<Rows.Worker> worker(WorkerId id) throws SQLException {
        worker.setBytes(1, utf8(id.component()));
        worker.setBytes(2, utf8(id.name()));
        return workers(worker).stream().findFirst();
    }

    Optional<Rows.Worker> worker(long number) throws SQLException {
        workerByNumber.setLong(1, number);
        return workers(workerByNumber).stream().findFirst();
    }

    /** The greatest number of a worker; 0 if there is none. */
    public long lastWorker() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT max(number) FROM workers")) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    /** All workers, in no order. */
    public List<Rows.Worker> workers() throws SQLException {
        return workers(workers);
    }

    /** The workers that have invocations waiting, in no order. */
    public List<Rows.Worker> waitingWorkers() throws SQLException {
        return workers(waitingWorkers);
    }

    private List<Rows.Worker> workers(PreparedStatement statement) throws SQLException {
        List<Rows.Worker> found = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                String component = text(row, 2);
                String name = text(row, 3);
                require(!component.isEmpty() && !name.isEmpty(), "worker number " + row.getLong(1));
                var worker = new Rows.Worker(
                        new WorkerId(component, name), row.getLong(1), row.getLong(4), row.getLong(5), row.getLong(6));
                require(checksum(worker) == row.getLong(7), "worker " + worker.id());
                found.add(worker);
            }
        }
        return found;
    }

    static long checksum(Rows.Worker worker) {
        return new RowChecksum()
                .text(worker.id().component())
                .text(worker.id().name())
                .number(worker.number())
                .number(worker.epoch())
                .number(worker.sequence())
                .number(worker.first())
                .value();
    }

    /**
     * The journal of {@code worker} behind {@code after}, as far as it has not been trimmed: the first records, up to about
     * {@code bytes} of them.
     */
    public List<Journal.Record> journal(Rows.Worker worker, long after, long bytes) throws SQLException {
        long expected = Math.max(after + 1, worker.first());
        long room = bytes;
        List<Journal.Record> records = new ArrayList<>();
        journal.setLong(1, worker.number());
        journal.setLong(2, after);
        try (ResultSet row = journal.executeQuery()) {
            for (; room > 0 && row.next(); expected++) {
                if (row.getLong(1) != expected) {
                    throw missing(worker, expected);
                }
                String what = "record " + expected + " of worker " + worker.id();
                byte[] outcome = bytes(row, 3);
                byte[] entries = bytes(row, 5);
                require(
                        journalChecksum(worker.number(), expected, row.getLong(2), outcome, entries) == row.getLong(4),
                        what);
                records.add(record(row.getLong(2), expected, entries, outcome, what));
                room -= RECORD_OVERHEAD + entries.length;
            }
        }
        if (room > 0 && expected <= worker.sequence()) {
            throw missing(worker, expected);
        }
        return records;
    }

    private StorageException missing(Rows.Worker worker, long sequence) {
        return new StorageException("the tables in " + file + " are damaged: record " + sequence + " of worker "
                + worker.id() + " is missing. Restore the folder from a copy");
    }

    private Journal.Record record(long epoch, long sequence, byte[] entries, byte[] outcome, String what) {
        try {
            return new Journal.Record(epoch, sequence, Bytes.wrap(entries), OutcomeCodec.fromArray(outcome));
        } catch (MalformedRecordException e) {
            throw new StorageException("cannot read " + what + " in " + file + ": " + e.getMessage());
        }
    }

    static long journalChecksum(long worker, long sequence, long epoch, byte[] outcome, byte[] entries) {
        return new RowChecksum()
                .number(worker)
                .number(sequence)
                .number(epoch)
                .bytes(outcome)
                .bytes(entries)
                .value();
    }

    /** The snapshots of a worker, newest first. */
    public List<Journal.Snapshot> snapshots(long worker) throws SQLException {
        snapshots.setLong(1, worker);
        List<Journal.Snapshot> found = new ArrayList<>();
        try (ResultSet row = snapshots.executeQuery()) {
            while (row.next()) {
                byte[] state = bytes(row, 3);
                require(
                        snapshotChecksum(worker, row.getLong(1), state) == row.getLong(2),
                        "snapshot " + row.getLong(1) + " of worker number " + worker);
                found.add(new Journal.Snapshot(row.getLong(1), Bytes.wrap(state)));
            }
        }
        return found;
    }

    static long snapshotChecksum(long worker, long sequence, byte[] state) {
        return new RowChecksum().number(worker).number(sequence).bytes(state).value();
    }

    /** The invocation of that key. */
    public Optional<Rows.Invocation> invocation(long worker, String key) throws SQLException {
        invocation.setLong(1, worker);
        invocation.setBytes(2, utf8(key));
        try (ResultSet row = invocation.executeQuery()) {
            return row.next() ? Optional.of(invocation(worker, row)) : Optional.empty();
        }
    }

    /** The last key of an invocation of a worker, by its UTF-8; empty if there is none. */
    public Optional<String> lastKey(long worker) throws SQLException {
        lastInvocation.setLong(1, worker);
        try (ResultSet row = lastInvocation.executeQuery()) {
            if (!row.next()) {
                return Optional.empty();
            }
            invocation(worker, row); // its checksum is that of the key too
            return Optional.of(text(row, 1));
        }
    }

    /**
     * Invocations that wait.
     *
     * @param oldest by their keys, in their order
     * @param more whether there may be others behind them
     */
    public record Waiting(Map<String, Rows.Invocation> oldest, boolean more) {}

    /** Those of a worker that have waited longest among those whose keys are {@code wanted}, up to about {@code bytes} of them. */
    public Waiting waiting(long worker, Predicate<String> wanted, long bytes) throws SQLException {
        waiting.setLong(1, worker);
        Map<String, Rows.Invocation> found = new LinkedHashMap<>();
        long room = bytes;
        try (ResultSet row = waiting.executeQuery()) {
            while (row.next()) {
                if (wanted.test(text(row, 1))) {
                    if (room <= 0) {
                        return new Waiting(found, true);
                    }
                    Rows.Invocation invocation = invocation(worker, row);
                    found.put(text(row, 1), invocation);
                    room -= invocation.content().map(Bytes::size).orElse(0);
                }
            }
        }
        return new Waiting(found, false);
    }

    private Rows.Invocation invocation(long worker, ResultSet row) throws SQLException {
        String key = text(row, 1);
        var invocation = new Rows.Invocation(
                row.getLong(2),
                Bytes.wrap(bytes(row, 3)),
                optionalBytes(row, 5),
                optionalBytes(row, 6),
                optionalLong(row, 7));
        require(
                checksum(worker, key, invocation) == row.getLong(4),
                "invocation '" + key + "' of worker number " + worker);
        return invocation;
    }

    static long checksum(long worker, String key, Rows.Invocation invocation) {
        var checksum = new RowChecksum()
                .number(worker)
                .text(key)
                .number(invocation.position())
                .bytes(invocation.digest().toArray());
        add(checksum, invocation.content());
        add(checksum, invocation.result());
        if (invocation.expires().isPresent()) {
            checksum.number(invocation.expires().getAsLong());
        }
        return checksum.value();
    }

    private static void add(RowChecksum checksum, Optional<Bytes> bytes) {
        checksum.number(bytes.isPresent() ? 1 : 0);
        bytes.ifPresent(present -> checksum.bytes(present.toArray()));
    }

    void close() throws SQLException {
        connection.close();
    }

    private void require(boolean intact, String row) {
        if (!intact) {
            throw Tables.damaged(file, row);
        }
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(ResultSet row, int column) throws SQLException {
        return new String(bytes(row, column), StandardCharsets.UTF_8);
    }

    /** The bytes of a column that is never null; none if it is all the same, which no checksum fits. */
    private static byte[] bytes(ResultSet row, int column) throws SQLException {
        byte[] bytes = row.getBytes(column);
        return bytes == null ? new byte[0] : bytes;
    }

    private static OptionalLong optionalLong(ResultSet row, int column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    }

    private static Optional<Bytes> optionalBytes(ResultSet row, int column) throws SQLException {
        byte[] value = row.getBytes(column);
        return value == null ? Optional.empty() : Optional.of(Bytes.wrap(value));
    }
}
