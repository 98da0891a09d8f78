package dev.wit4j.embedded;

import dev.wit4j.embedded.file.Directory;
import dev.wit4j.embedded.file.FolderDirectory;
import dev.wit4j.embedded.log.Failures;
import dev.wit4j.embedded.table.Tables;
import dev.wit4j.journal.BucketWatcher;
import dev.wit4j.journal.Buckets;
import dev.wit4j.journal.Journal;
import dev.wit4j.journal.Mailbox;
import dev.wit4j.journal.Storage;
import dev.wit4j.journal.StorageException;
import dev.wit4j.journal.WorkerId;
import dev.wit4j.journal.Workers;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A store in a folder, for one process at a time. Everything goes through one log, which is synced once for all who wait; tables
 * follow it. After a failure of the disk every call throws, until the store is closed and opened again.
 */
public final class EmbeddedStorage implements Storage {
    private final FolderLock lock;
    private final Tables tables;
    private final Parts parts;
    private final Buckets buckets;
    private boolean closed;

    private EmbeddedStorage(FolderLock lock, Tables tables, Parts parts) {
        this.lock = lock;
        this.tables = tables;
        this.parts = parts;
        buckets = EmbeddedBuckets.durable(parts);
    }

    /**
     * Opens the store in {@code folder}, or makes one.
     *
     * @throws StorageException if it is in use, damaged, or cannot be used; the message says what to do
     */
    public static EmbeddedStorage open(Path folder) {
        return open(folder, EmbeddedOptions.defaults());
    }

    /**
     * Opens the store in {@code folder}, or makes one.
     *
     * @throws StorageException if it is in use, damaged, or cannot be used; the message says what to do
     */
    public static EmbeddedStorage open(Path folder, EmbeddedOptions options) {
        return open(folder, options, new FolderDirectory(folder.resolve(StoreFolder.LOG)));
    }

    /** Opens a store whose log is in {@code log}. */
    static EmbeddedStorage open(Path folder, EmbeddedOptions options, Directory log) {
        try {
            StoreFolder.make(folder);
            FolderLock lock = FolderLock.acquire(folder);
            try {
                return open(folder, options, log, lock);
            } catch (IOException | RuntimeException | Error e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new StorageException("cannot open the store in " + folder + ": " + Failures.describe(e), e);
        }
    }

    private static EmbeddedStorage open(Path folder, EmbeddedOptions options, Directory log, FolderLock lock)
            throws IOException {
        Tables tables = Tables.open(folder, options.checkedWhenOpened());
        try {
            StoreFolder.sync(folder);
            Engine engine = Engine.open(log, tables, options);
            return new EmbeddedStorage(lock, tables, Parts.over(engine));
        } catch (IOException | RuntimeException | Error e) {
            tables.close();
            throw e;
        }
    }

    @Override
    public Journal claim(WorkerId id) {
        WorkerState worker = parts.workers().acquire(id);
        boolean claimed = false;
        worker.mailbox().lock();
        try {
            if (!worker.isDeleted()) {
                Journal journal = EmbeddedJournal.claim(parts, worker);
                claimed = true;
                return journal;
            }
        } finally {
            worker.mailbox().unlock();
            if (!claimed) {
                parts.workers().release(worker);
            }
        }
        return claim(id);
    }

    @Override
    public Mailbox mailbox(WorkerId worker) {
        return new EmbeddedMailbox(parts, worker);
    }

    @Override
    public Workers workers() {
        return new EmbeddedWorkers(parts);
    }

    @Override
    public void watch(BucketWatcher watcher) {
        parts.watches().watch(watcher);
    }

    @Override
    public Buckets buckets() {
        return buckets;
    }

    /** Closes the store; what was committed is durable, unless the store had failed. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (lock;
                tables) {
            parts.engine().close();
        } catch (IOException e) {
            throw new StorageException("cannot close the store: " + Failures.describe(e), e);
        }
    }
}
