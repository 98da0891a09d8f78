package dev.wit4j.embedded.table;

import dev.wit4j.Bytes;
import dev.wit4j.embedded.change.Change;
import dev.wit4j.embedded.change.OutcomeCodec;
import dev.wit4j.embedded.change.Place;
import dev.wit4j.journal.StorageException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Brings the tables up to a record of the log. What several records of a batch do to the same row is written once. For one
 * thread; after an exception the batch was not applied.
 */
public final class TableWriter {
    private final Path file;
    private final Connection connection;
    private final PreparedStatement putEntry;
    private final PreparedStatement removeEntry;
    private final List<PreparedStatement> removeExpired;
    private final PreparedStatement putWorker;
    private final PreparedStatement append;
    private final PreparedStatement trimJournal;
    private final PreparedStatement putInvocation;
    private final PreparedStatement putSnapshot;
    private final PreparedStatement trimSnapshots;
    private final PreparedStatement putState;
    private final List<PreparedStatement> removals;
    private final TableReader reader;

    /** What the batch at hand comes to, so far; rows that are gone are null. */
    private final Map<Place, Change> entries = new TreeMap<>();

    private final Map<Long, Rows.Worker> workers = new TreeMap<>();
    private final Map<InvocationKey, Rows.Invocation> invocations = new HashMap<>();

    private record InvocationKey(long worker, String key) {}

    TableWriter(Path file, Connection connection) throws SQLException {
        this.file = file;
        this.connection = connection;
        connection.setAutoCommit(false);
        putEntry = connection.prepareStatement(
                "INSERT INTO entries (bucket, place, key, expires, head_crc, crc, value) VALUES (?, ?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (bucket, place, key) DO UPDATE SET expires = excluded.expires,"
                        + " head_crc = excluded.head_crc, crc = excluded.crc, value = excluded.value");
        removeEntry = connection.prepareStatement("DELETE FROM entries WHERE bucket = ? AND place = ? AND key = ?");
        removeExpired = List.of(
                connection.prepareStatement("DELETE FROM entries WHERE expires <= ?"),
                connection.prepareStatement("DELETE FROM invocations WHERE expires <= ?"));
        putWorker = connection.prepareStatement(
                "INSERT INTO workers (number, component, name, epoch, sequence, first, crc) VALUES (?, ?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (number) DO UPDATE SET epoch = excluded.epoch, sequence = excluded.sequence,"
                        + " first = excluded.first, crc = excluded.crc");
        append = connection.prepareStatement(
                "INSERT INTO journal (worker, sequence, epoch, outcome, crc, entries) VALUES (?, ?, ?, ?, ?, ?)");
        trimJournal = connection.prepareStatement("DELETE FROM journal WHERE worker = ? AND sequence < ?");
        putInvocation = connection.prepareStatement(
                "INSERT INTO invocations (worker, key, position, digest, crc, content, result, expires)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (worker, key) DO UPDATE SET"
                        + " position = excluded.position, digest = excluded.digest, crc = excluded.crc,"
                        + " content = excluded.content, result = excluded.result, expires = excluded.expires");
        putSnapshot =
                connection.prepareStatement("INSERT INTO snapshots (worker, sequence, crc, state) VALUES (?, ?, ?, ?)");
        trimSnapshots = connection.prepareStatement("DELETE FROM snapshots WHERE worker = ? AND sequence < ?");
        putState = connection.prepareStatement(
                "INSERT OR REPLACE INTO store (id, log, applied, time, crc) VALUES (1, ?, ?, ?, ?)");
        removals = List.of(
                connection.prepareStatement("DELETE FROM journal WHERE worker = ?"),
                connection.prepareStatement("DELETE FROM snapshots WHERE worker = ?"),
                connection.prepareStatement("DELETE FROM invocations WHERE worker = ?"),
                connection.prepareStatement("DELETE FROM workers WHERE number = ?"));
        reader = new TableReader(file, connection);
    }

    /** Adds the changes of record {@code number} to the batch. */
    public void add(long number, List<Change> changes) {
        try {
            for (Change change : changes) {
                add(number, change);
            }
        } catch (SQLException e) {
            throw Tables.failure(file, e);
        }
    }

    /** Writes the batch, and that the tables are now in {@code state}, as one step. */
    public void commit(TableReader.State state) {
        try {
            writeRows();
            putState.setLong(1, state.log());
            putState.setLong(2, state.applied());
            putState.setLong(3, state.time());
            putState.setLong(4, TableReader.checksum(state));
            putState.executeUpdate();
            connection.commit();
        } catch (SQLException e) {
            throw Tables.failure(file, e);
        }
    }

    /** Removes the keys and the results that expired at {@code time} or before; part of the batch. */
    public void removeExpired(long time) {
        try {
            for (PreparedStatement removal : removeExpired) {
                removal.setLong(1, time);
                removal.executeUpdate();
            }
        } catch (SQLException e) {
            throw Tables.failure(file, e);
        }
    }

    /**
     * Makes what was committed durable.
     *
     * @return whether it is; false if somebody reads what is older, so that it has to be tried again
     */
    public boolean checkpoint() {
        try {
            connection.setAutoCommit(true);
            try (var statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
                return row.next() && row.getInt(1) == 0;
            } finally {
                connection.setAutoCommit(false);
            }
        } catch (SQLException e) {
            throw Tables.failure(file, e);
        }
    }

    private void add(long number, Change change) throws SQLException {
        if (change instanceof Change.Put put) {
            entries.put(put.place(), put);
        } else if (change instanceof Change.Remove remove) {
            entries.put(remove.place(), remove);
        } else if (change instanceof Change.CreateWorker create) {
            workers.put(create.worker(), new Rows.Worker(create.id(), create.worker(), 0, 0, 1));
        } else if (change instanceof Change.DeleteWorker delete) {
            delete(delete.worker());
        } else if (change instanceof Change.Claim claim) {
            Rows.Worker worker = worker(claim.worker());
            put(new Rows.Worker(worker.id(), worker.number(), claim.epoch(), worker.sequence(), worker.first()));
        } else if (change instanceof Change.Append record) {
            append(record);
        } else if (change instanceof Change.Enqueue enqueue) {
            invocations.put(
                    new InvocationKey(enqueue.worker(), enqueue.key()),
                    new Rows.Invocation(
                            number,
                            digest(enqueue.content()),
                            Optional.of(enqueue.content()),
                            Optional.empty(),
                            OptionalLong.empty()));
        } else if (change instanceof Change.Complete complete) {
            complete(complete);
        } else {
            save((Change.SaveSnapshot) change);
        }
    }

    private void delete(long worker) throws SQLException {
        workers.remove(worker);
        invocations.keySet().removeIf(key -> key.worker() == worker);
        for (PreparedStatement removal : removals) {
            removal.setLong(1, worker);
            removal.executeUpdate();
        }
    }

    private void append(Change.Append record) throws SQLException {
        Rows.Worker worker = worker(record.worker());
        put(new Rows.Worker(worker.id(), worker.number(), worker.epoch(), record.sequence(), worker.first()));
        byte[] outcome = OutcomeCodec.toArray(record.outcome());
        byte[] bytes = record.entries().toArray();
        append.setLong(1, record.worker());
        append.setLong(2, record.sequence());
        append.setLong(3, record.epoch());
        append.setBytes(4, outcome);
        append.setLong(
                5, TableReader.journalChecksum(record.worker(), record.sequence(), record.epoch(), outcome, bytes));
        append.setBytes(6, bytes);
        append.executeUpdate();
    }

    private void complete(Change.Complete complete) throws SQLException {
        var key = new InvocationKey(complete.worker(), complete.key());
        Rows.Invocation waiting = invocations.get(key);
        if (waiting == null) {
            waiting = reader.invocation(complete.worker(), complete.key())
                    .orElseThrow(() -> new StorageException("the tables in " + file + " are damaged: invocation '"
                            + complete.key() + "' is missing. Restore the folder from a copy"));
        }
        invocations.put(
                key,
                new Rows.Invocation(
                        waiting.position(),
                        waiting.digest(),
                        Optional.empty(),
                        Optional.of(complete.result()),
                        complete.expires()));
    }

    private void save(Change.SaveSnapshot save) throws SQLException {
        byte[] bytes = save.state().toArray();
        putSnapshot.setLong(1, save.worker());
        putSnapshot.setLong(2, save.sequence());
        putSnapshot.setLong(3, TableReader.snapshotChecksum(save.worker(), save.sequence(), bytes));
        putSnapshot.setBytes(4, bytes);
        putSnapshot.executeUpdate();
        for (PreparedStatement trim : List.of(trimJournal, trimSnapshots)) {
            trim.setLong(1, save.worker());
            trim.setLong(2, save.trimBefore());
            trim.executeUpdate();
        }
        Rows.Worker worker = worker(save.worker());
        long first = Math.max(worker.first(), Math.min(save.trimBefore(), worker.sequence() + 1));
        put(new Rows.Worker(worker.id(), worker.number(), worker.epoch(), worker.sequence(), first));
    }

    private void put(Rows.Worker worker) {
        workers.put(worker.number(), worker);
    }

    private Rows.Worker worker(long number) throws SQLException {
        Rows.Worker known = workers.get(number);
        if (known != null) {
            return known;
        }
        return reader.worker(number)
                .orElseThrow(() -> new StorageException("the tables in " + file + " are damaged: worker number "
                        + number + " is missing. Restore the folder from a copy"));
    }

    private void writeRows() throws SQLException {
        for (Map.Entry<Place, Change> entry : entries.entrySet()) {
            if (entry.getValue() instanceof Change.Put put) {
                write(entry.getKey(), put.value().toArray(), put.expires());
            } else {
                removeEntry.setBytes(1, TableReader.utf8(entry.getKey().bucket()));
                removeEntry.setLong(2, entry.getKey().order());
                removeEntry.setBytes(3, TableReader.utf8(entry.getKey().key()));
                removeEntry.executeUpdate();
            }
        }
        entries.clear();
        for (Rows.Worker worker : workers.values()) {
            write(worker);
        }
        workers.clear();
        for (Map.Entry<InvocationKey, Rows.Invocation> invocation : invocations.entrySet()) {
            write(invocation.getKey(), invocation.getValue());
        }
        invocations.clear();
    }

    private void write(Place place, byte[] value, OptionalLong expires) throws SQLException {
        long head = TableReader.headChecksum(place, expires);
        putEntry.setBytes(1, TableReader.utf8(place.bucket()));
        putEntry.setLong(2, place.order());
        putEntry.setBytes(3, TableReader.utf8(place.key()));
        setNullable(putEntry, 4, expires);
        putEntry.setLong(5, head);
        putEntry.setLong(6, TableReader.valueChecksum(head, value));
        putEntry.setBytes(7, value);
        putEntry.executeUpdate();
    }

    private void write(Rows.Worker worker) throws SQLException {
        putWorker.setLong(1, worker.number());
        putWorker.setBytes(2, TableReader.utf8(worker.id().component()));
        putWorker.setBytes(3, TableReader.utf8(worker.id().name()));
        putWorker.setLong(4, worker.epoch());
        putWorker.setLong(5, worker.sequence());
        putWorker.setLong(6, worker.first());
        putWorker.setLong(7, TableReader.checksum(worker));
        putWorker.executeUpdate();
    }

    private void write(InvocationKey key, Rows.Invocation invocation) throws SQLException {
        putInvocation.setLong(1, key.worker());
        putInvocation.setBytes(2, TableReader.utf8(key.key()));
        putInvocation.setLong(3, invocation.position());
        putInvocation.setBytes(4, invocation.digest().toArray());
        putInvocation.setLong(5, TableReader.checksum(key.worker(), key.key(), invocation));
        putInvocation.setBytes(6, nullable(invocation.content()));
        putInvocation.setBytes(7, nullable(invocation.result()));
        setNullable(putInvocation, 8, invocation.expires());
        putInvocation.executeUpdate();
    }

    private static void setNullable(PreparedStatement statement, int column, OptionalLong value) throws SQLException {
        if (value.isPresent()) {
            statement.setLong(column, value.getAsLong());
        } else {
            statement.setNull(column, Types.INTEGER);
        }
    }

    private static byte @Nullable [] nullable(Optional<Bytes> bytes) {
        return bytes.isPresent() ? bytes.get().toArray() : null;
    }

    /** The digest by which two contents of an invocation are told apart. */
    public static Bytes digest(Bytes content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(content.asByteBuffer());
            return Bytes.wrap(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    void close() throws SQLException {
        connection.close();
    }
}
