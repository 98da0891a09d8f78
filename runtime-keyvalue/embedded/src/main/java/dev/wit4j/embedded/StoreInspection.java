package dev.wit4j.embedded;

import dev.wit4j.embedded.change.Change;
import dev.wit4j.embedded.change.ChangeCodec;
import dev.wit4j.embedded.change.MalformedRecordException;
import dev.wit4j.embedded.file.FolderDirectory;
import dev.wit4j.embedded.log.Failures;
import dev.wit4j.embedded.log.LogArchive;
import dev.wit4j.embedded.table.Rows;
import dev.wit4j.embedded.table.TableReader;
import dev.wit4j.embedded.table.Tables;
import dev.wit4j.journal.Journal;
import dev.wit4j.journal.StorageException;
import dev.wit4j.journal.WorkerId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Looks into the folder of a store that nobody has open: what a command shows and verifies. What the store holds is not changed,
 * and an interrupted write at the end of the log stays there for the next opening to cut. For one thread.
 */
public final class StoreInspection implements AutoCloseable {
    private static final long READ_AT_ONCE = 1 << 20;

    private final FolderLock lock;
    private final Tables tables;
    private final LogArchive log;
    private final TableReader.State state;

    private StoreInspection(FolderLock lock, Tables tables, LogArchive log, TableReader.State state) {
        this.lock = lock;
        this.tables = tables;
        this.log = log;
        this.state = state;
    }

    /**
     * Opens a folder, and reads and checks all of its log.
     *
     * @throws IllegalArgumentException if there is no store
     * @throws FolderInUseException if somebody has it open
     * @throws StorageException if it is damaged, or cannot be read; the message says where
     */
    public static StoreInspection open(Path folder) {
        if (!Files.exists(folder.resolve(Tables.FILE))) {
            throw new IllegalArgumentException("there is no store in " + folder);
        }
        try {
            FolderLock lock = FolderLock.acquire(folder);
            try {
                return open(folder, lock);
            } catch (IOException | RuntimeException | Error e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new StorageException("cannot read the store in " + folder + ": " + Failures.describe(e), e);
        }
    }

    private static StoreInspection open(Path folder, FolderLock lock) throws IOException {
        LogArchive log = LogArchive.open(new FolderDirectory(folder.resolve(StoreFolder.LOG)))
                .orElseThrow(() -> new StorageException("there is no log in " + folder.resolve(StoreFolder.LOG)));
        Tables tables = Tables.open(folder, 0);
        try {
            TableReader.State state = tables.read(TableReader::state);
            log.requireJoined(state.applied());
            return new StoreInspection(lock, tables, log, state);
        } catch (RuntimeException | Error e) {
            tables.close();
            throw e;
        }
    }

    /** The files of the log, in their order. */
    public List<LogArchive.Segment> segments() {
        return log.segments();
    }

    /** The last record of the log. */
    public long lastRecord() {
        return log.lastRecord();
    }

    /** The last record of the log that the tables hold; what is behind it is applied by the next opening. */
    public long appliedRecord() {
        return state.applied();
    }

    /** Whether the store was closed in order. */
    public boolean wasClosed() {
        return log.isSealed();
    }

    /** What the next opening will cut off the log: an interrupted write; empty if there is nothing. */
    public Optional<String> cut() {
        return log.cut();
    }

    /**
     * Reads and checks every row of the tables, and every record of the log that they do not hold.
     *
     * @throws StorageException if something is damaged; the message says what and where
     */
    public void verify() {
        tables.check();
        unapplied(change -> {});
    }

    /** The workers, in the order of their names. */
    public List<WorkerId> workers() {
        return List.copyOf(numbers().keySet());
    }

    /**
     * Gives the journal of a worker, as far as it has not been trimmed, oldest record first.
     *
     * @throws StorageException if there is no such worker, or the journal is damaged
     */
    public void journal(WorkerId worker, Consumer<Journal.Record> records) {
        Long number = numbers().get(worker);
        if (number == null) {
            throw new StorageException("there is no worker " + worker);
        }
        Optional<Rows.Worker> row = tables.read(reader -> reader.worker(worker));
        if (row.isPresent() && row.get().number() == number) {
            appliedJournal(row.get(), records);
        }
        unapplied(change -> {
            if (change instanceof Change.Append append && append.worker() == number) {
                records.accept(
                        new Journal.Record(append.epoch(), append.sequence(), append.entries(), append.outcome()));
            }
        });
    }

    private void appliedJournal(Rows.Worker worker, Consumer<Journal.Record> records) {
        for (long after = 0; after < worker.sequence(); ) {
            long from = after;
            List<Journal.Record> batch = tables.read(reader -> reader.journal(worker, from, READ_AT_ONCE));
            batch.forEach(records);
            after = batch.isEmpty()
                    ? worker.sequence()
                    : batch.get(batch.size() - 1).sequence();
        }
    }

    /** Takes changes that the tables do not hold. */
    private interface Changes {
        void accept(Change change);
    }

    private void unapplied(Changes changes) {
        try {
            log.replay(state.applied(), (position, bytes) -> {
                try {
                    ChangeCodec.decode(bytes).forEach(changes::accept);
                } catch (MalformedRecordException e) {
                    throw new StorageException("cannot read record " + position.record() + " of the log, at byte "
                            + position.offset() + " of segment " + position.segment() + ": " + e.getMessage());
                }
            });
        } catch (IOException e) {
            throw new StorageException("cannot read the log: " + Failures.describe(e), e);
        }
    }

    private TreeMap<WorkerId, Long> numbers() {
        var numbers = new TreeMap<WorkerId, Long>();
        tables.read(TableReader::workers).forEach(worker -> numbers.put(worker.id(), worker.number()));
        unapplied(change -> {
            if (change instanceof Change.CreateWorker create) {
                numbers.put(create.id(), create.worker());
            } else if (change instanceof Change.DeleteWorker delete) {
                numbers.values().remove(delete.worker());
            }
        });
        return numbers;
    }

    @Override
    public void close() {
        try (lock) {
            tables.close();
        } catch (IOException e) {
            throw new StorageException("cannot close the store: " + Failures.describe(e), e);
        }
    }
}
