package dev.wit4j.embedded.table;

import dev.wit4j.embedded.thread.Uninterruptibly;
import dev.wit4j.journal.StorageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** The file of the tables: opened, checked, and made if there is none. Readers are safe to share, the writer is not. */
public final class Tables implements AutoCloseable {
    /** The name of the file in the folder of a store. */
    public static final String FILE = "tables.db";

    /** "W4JT", where SQLite and {@code file} look for whose file it is. */
    private static final int APPLICATION = 0x57344A54;

    private static final int FORMAT = 2;
    private static final int READERS = 8;

    private static final String INVOCATIONS_EXPIRING =
            "CREATE INDEX invocations_expiring ON invocations (expires) WHERE expires IS NOT NULL";

    /** What makes tables of format 1 such of format 2. */
    private static final String[] FROM_FORMAT_1 = {
        "ALTER TABLE invocations ADD COLUMN expires INTEGER", INVOCATIONS_EXPIRING,
    };

    private static final String[] SCHEMA = {
        "CREATE TABLE store (id INTEGER PRIMARY KEY CHECK (id = 1), log INTEGER NOT NULL, applied INTEGER NOT NULL,"
                + " time INTEGER NOT NULL, crc INTEGER NOT NULL)",
        "CREATE TABLE entries (bucket BLOB NOT NULL, place INTEGER NOT NULL, key BLOB NOT NULL, expires INTEGER,"
                + " head_crc INTEGER NOT NULL, crc INTEGER NOT NULL, value BLOB NOT NULL,"
                + " PRIMARY KEY (bucket, place, key)) WITHOUT ROWID",
        "CREATE INDEX entries_expiring ON entries (expires) WHERE expires IS NOT NULL",
        "CREATE TABLE workers (number INTEGER PRIMARY KEY, component BLOB NOT NULL, name BLOB NOT NULL,"
                + " epoch INTEGER NOT NULL, sequence INTEGER NOT NULL, first INTEGER NOT NULL, crc INTEGER NOT NULL)",
        "CREATE UNIQUE INDEX workers_by_name ON workers (component, name)",
        "CREATE TABLE journal (worker INTEGER NOT NULL, sequence INTEGER NOT NULL, epoch INTEGER NOT NULL,"
                + " outcome BLOB NOT NULL, crc INTEGER NOT NULL, entries BLOB NOT NULL,"
                + " PRIMARY KEY (worker, sequence)) WITHOUT ROWID",
        "CREATE TABLE invocations (worker INTEGER NOT NULL, key BLOB NOT NULL, position INTEGER NOT NULL,"
                + " digest BLOB NOT NULL, crc INTEGER NOT NULL, content BLOB, result BLOB, expires INTEGER,"
                + " PRIMARY KEY (worker, key)) WITHOUT ROWID",
        INVOCATIONS_EXPIRING,
        "CREATE INDEX invocations_waiting ON invocations (worker, position) WHERE result IS NULL",
        "CREATE TABLE snapshots (worker INTEGER NOT NULL, sequence INTEGER NOT NULL, crc INTEGER NOT NULL,"
                + " state BLOB NOT NULL, PRIMARY KEY (worker, sequence)) WITHOUT ROWID",
    };

    private final Path file;
    private final TableWriter writer;

    /** Readers that nobody uses; empty where one has not been made yet. */
    private final BlockingQueue<Optional<TableReader>> readers = new ArrayBlockingQueue<>(READERS);

    private volatile boolean closed;

    private Tables(Path file, Connection writing) throws SQLException {
        this.file = file;
        writer = new TableWriter(file, writing);
    }

    /**
     * Opens the tables in {@code folder}, or makes empty ones.
     *
     * @param checked up to how many bytes the file is read whole and checked; a larger one is checked row by row as it is read
     * @throws StorageException if they are damaged, or cannot be used
     */
    public static Tables open(Path folder, long checked) {
        Path file = folder.resolve(FILE);
        try {
            Connection connection = connect(file);
            try {
                boolean present = !isEmpty(connection);
                if (present) {
                    requireFormat(file, connection);
                } else {
                    alter(connection, SCHEMA);
                }
                var tables = new Tables(file, connection);
                for (int i = 0; i < READERS; i++) {
                    tables.readers.add(Optional.empty());
                }
                if (present && Files.size(file) <= checked) {
                    tables.check();
                }
                return tables;
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw failure(file, e);
        } catch (java.io.IOException e) {
            throw new StorageException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /** The one that writes. */
    public TableWriter writer() {
        return writer;
    }

    /** Something that is read from the tables. */
    public interface Read<T> {
        /** Reads. */
        T from(TableReader reader) throws SQLException;
    }

    /**
     * Reads, waiting for a reader if all are in use.
     *
     * @throws StorageException if the tables are damaged, cannot be read, or are closed
     */
    public <T> T read(Read<T> read) {
        Optional<TableReader> reader = borrow();
        try {
            if (reader.isEmpty()) {
                reader = Optional.of(new TableReader(file, connect(file)));
            }
            return read.from(reader.get());
        } catch (SQLException e) {
            throw failure(file, e);
        } finally {
            readers.add(reader);
        }
    }

    /**
     * Reads everything and checks it.
     *
     * @throws StorageException if the tables are damaged
     */
    public void check() {
        read(reader -> {
            new TableCheck(file, reader.connection()).run();
            return true;
        });
    }

    @Override
    public void close() {
        closed = true;
        try {
            for (int i = 0; i < READERS; i++) {
                Optional<TableReader> reader = Uninterruptibly.get(readers::take);
                if (reader.isPresent()) {
                    reader.get().close();
                }
            }
            writer.close();
        } catch (SQLException e) {
            throw failure(file, e);
        } finally {
            readers.offer(Optional.empty()); // who comes later is told instead of waiting
        }
    }

    private Optional<TableReader> borrow() {
        Optional<TableReader> reader = Uninterruptibly.get(readers::take);
        if (closed) {
            readers.add(reader);
            throw new StorageException("the store is closed");
        }
        return reader;
    }

    /** What a failure of SQLite is, for people. */
    static StorageException failure(Path file, SQLException e) {
        int code = e.getErrorCode() & 0xff;
        String what = code == 11 || code == 26 ? " are damaged: " : " cannot be used: ";
        String hint = code == 10 ? ". The disk is full, or fails" : "";
        return new StorageException("the tables in " + file + what + e.getMessage() + hint, e);
    }

    /** A row that is not what its checksum says. */
    static StorageException damaged(Path file, String row) {
        return new StorageException("the tables in " + file + " are damaged: " + row
                + " is not what its checksum says. Restore the folder from a copy");
    }

    private static Connection connect(Path file) throws SQLException {
        var properties = new Properties();
        properties.setProperty("jdbc.get_generated_keys", "false"); // it asks for them behind every insert otherwise
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file, properties);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = NORMAL");
            statement.execute("PRAGMA wal_autocheckpoint = 0");
            statement.execute("PRAGMA temp_store = MEMORY");
            statement.execute("PRAGMA cache_size = -8000");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Whether nothing was ever made in the file: SQLite makes it first, and a process may end before there are tables in it. */
    private static boolean isEmpty(Connection connection) throws SQLException {
        return pragma(connection, "application_id") == 0
                && pragma(connection, "user_version") == 0
                && number(connection, "SELECT count(*) FROM sqlite_master") == 0;
    }

    /** Makes them of the present format, in one step. */
    private static void alter(Connection connection, String[] statements) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA application_id = " + APPLICATION);
            statement.execute("PRAGMA user_version = " + FORMAT);
            for (String each : statements) {
                statement.execute(each);
            }
            connection.commit();
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private static void requireFormat(Path file, Connection connection) throws SQLException {
        long application = pragma(connection, "application_id");
        if (application != APPLICATION) {
            throw new StorageException(file + " is not the file of an embedded store");
        }
        long format = pragma(connection, "user_version");
        if (format == 1) {
            alter(connection, FROM_FORMAT_1);
        } else if (format != FORMAT) {
            throw new StorageException("cannot open " + file + ": it has format " + format
                    + "; this version reads format " + FORMAT + ", and format 1, which it upgrades");
        }
    }

    private static long pragma(Connection connection, String name) throws SQLException {
        return number(connection, "PRAGMA " + name);
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            return result.next() ? result.getLong(1) : 0;
        }
    }
}
