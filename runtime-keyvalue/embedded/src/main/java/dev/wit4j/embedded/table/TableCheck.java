package dev.wit4j.embedded.table;

import dev.wit4j.embedded.change.Place;
import dev.wit4j.journal.Journal;
import dev.wit4j.journal.StorageException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Reads every page and every row of the tables, and says what is the first that is damaged. */
final class TableCheck {
    private static final long BATCH = 1 << 20;

    private final Path file;
    private final Connection connection;
    private final TableReader reader;

    TableCheck(Path file, Connection connection) throws SQLException {
        this.file = file;
        this.connection = connection;
        reader = new TableReader(file, connection);
    }

    void run() throws SQLException {
        checkStructure();
        reader.state();
        checkEntries();
        for (Rows.Worker worker : reader.workers()) {
            checkJournal(worker);
            reader.snapshots(worker.number());
        }
        checkInvocations();
    }

    private void checkStructure() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA integrity_check(1)")) {
            String finding = row.next() ? row.getString(1) : "nothing was checked";
            if (!"ok".equals(finding)) {
                throw new StorageException("the tables in " + file + " are damaged: " + finding.replace('\n', ' ')
                        + ". Restore the folder from a copy");
            }
        }
    }

    private void checkEntries() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT bucket, key FROM entries")) {
            while (row.next()) {
                Place place = Place.of(text(row, 1), text(row, 2));
                if (reader.entry(place).isEmpty()) {
                    throw Tables.damaged(file, TableReader.describe(place));
                }
            }
        }
    }

    private void checkJournal(Rows.Worker worker) throws SQLException {
        for (long after = 0; after < worker.sequence(); ) {
            List<Journal.Record> records = reader.journal(worker, after, BATCH);
            after = records.isEmpty()
                    ? worker.sequence()
                    : records.get(records.size() - 1).sequence();
        }
    }

    private void checkInvocations() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT worker, key FROM invocations")) {
            while (row.next()) {
                reader.invocation(row.getLong(1), text(row, 2));
            }
        }
    }

    private static String text(ResultSet row, int column) throws SQLException {
        byte[] bytes = row.getBytes(column);
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }
}
