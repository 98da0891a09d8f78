package dev.wit4j.embedded;

import dev.wit4j.embedded.change.Change;
import dev.wit4j.embedded.change.ChangeCodec;
import dev.wit4j.embedded.log.Log;
import dev.wit4j.embedded.table.TableReader;
import dev.wit4j.embedded.table.TableWriter;
import dev.wit4j.embedded.thread.Uninterruptibly;
import dev.wit4j.journal.StorageException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Brings the tables up to what is durable in the log, in one thread, many transactions at once. */
final class Applier {
    /** So many bytes are applied at once; less where less may wait. */
    private static final long MOST_AT_ONCE = 32 << 20;

    /** The more transactions are applied at once, the fewer pages are written for them. */
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(1);

    private final TableWriter writer;
    private final StoreClock clock;
    private final Budget budget;
    private final long checkpointEvery;
    private final long enough;
    private final Thread thread = new Thread(this::run, "wit4j-table-applier");
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final Condition progress = lock.newCondition();
    private final Deque<Transaction> queue = new ArrayDeque<>();
    private long queuedBytes;
    private long awaited;
    private boolean closing;
    private long sinceCheckpoint;
    private volatile long applied;
    private @Nullable Log<Transaction> log;

    /**
     * An applier.
     *
     * @param checkpointEvery the tables are made durable when so many bytes have been applied
     * @param applied the last record that is in the tables
     */
    Applier(TableWriter writer, StoreClock clock, Budget budget, long checkpointEvery, long applied) {
        this.writer = writer;
        this.clock = clock;
        this.budget = budget;
        this.checkpointEvery = checkpointEvery;
        enough = Math.min(MOST_AT_ONCE, budget.limit() / 4);
        this.applied = applied;
    }

    /** Begins to apply what is durable in {@code source}. */
    void start(Log<Transaction> source) {
        log = source;
        thread.setDaemon(true);
        thread.start();
    }

    /** Takes transactions that are durable, in order. */
    void accept(List<Transaction> transactions) {
        long bytes = 0;
        for (Transaction transaction : transactions) {
            if (transaction.isLarge()) {
                transaction.spill();
                budget.give(transaction.size());
            }
            bytes += transaction.size();
        }
        lock.lock();
        try {
            boolean wasIdle = queue.isEmpty();
            queue.addAll(transactions);
            queuedBytes += bytes;
            if (wasIdle || isUrgent()) {
                work.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Returns when the tables hold record {@code number}, which is durable. */
    void await(long number) {
        if (applied >= number) {
            return;
        }
        lock.lock();
        try {
            awaited = Math.max(awaited, number);
            work.signal();
            while (applied < number) {
                log().checkUsable();
                progress.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Applies all that is left, makes the tables durable, and ends; after a failure, just ends. */
    void close() {
        lock.lock();
        try {
            closing = true;
            work.signal();
        } finally {
            lock.unlock();
        }
        Uninterruptibly.join(thread);
    }

    private void run() {
        try {
            for (List<Transaction> batch = take(); !batch.isEmpty(); batch = take()) {
                log().checkUsable();
                apply(batch);
                if (sinceCheckpoint >= checkpointEvery) {
                    checkpoint();
                }
            }
            log().checkUsable();
            checkpoint();
        } catch (IOException | RuntimeException | Error e) {
            log().poison(e);
        } finally {
            lock.lock();
            try {
                progress.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    private void apply(List<Transaction> batch) throws IOException {
        for (Transaction transaction : batch) {
            writer.add(transaction.number(), changesOf(transaction));
        }
        long last = batch.get(batch.size() - 1).number();
        writer.commit(new TableReader.State(log().id(), last, clock.now()));
        long bytes = 0;
        for (Transaction transaction : batch) {
            transaction.retract();
            bytes += transaction.isLarge() ? 0 : transaction.size();
            sinceCheckpoint += transaction.size();
        }
        budget.give(bytes);
        lock.lock();
        try {
            applied = last;
            progress.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private List<Change> changesOf(Transaction transaction) throws IOException {
        if (transaction.changes().isPresent()) {
            return transaction.changes().get();
        }
        return ChangeCodec.decode(log().read(transaction.position())
                .orElseThrow(() -> new StorageException(
                        "record " + transaction.number() + " went from the log before it was applied")));
    }

    /** Makes the tables durable, and lets the log forget what they hold. */
    private void checkpoint() throws IOException {
        writer.removeExpired(clock.now());
        writer.commit(new TableReader.State(log().id(), applied, clock.now()));
        if (writer.checkpoint()) {
            log().release(applied);
            sinceCheckpoint = 0;
        }
    }

    /** Waits until there is something worth applying; nothing when this is closed and all is applied. */
    private List<Transaction> take() {
        lock.lock();
        try {
            long patience = PATIENCE;
            while (!closing && !isUrgent() && patience > 0) {
                if (queue.isEmpty()) {
                    work.awaitUninterruptibly();
                    patience = PATIENCE;
                } else {
                    patience = work.awaitNanos(patience);
                }
            }
            List<Transaction> batch = new ArrayList<>();
            long bytes = 0;
            while (!queue.isEmpty() && bytes < enough) {
                Transaction transaction = queue.remove();
                batch.add(transaction);
                bytes += transaction.size();
            }
            queuedBytes -= bytes;
            return batch;
        } catch (InterruptedException e) {
            throw new StorageException("the thread that writes the tables was interrupted", e);
        } finally {
            lock.unlock();
        }
    }

    private boolean isUrgent() {
        return !queue.isEmpty() && (awaited > applied || queuedBytes >= enough);
    }

    private Log<Transaction> log() {
        if (log == null) {
            throw new IllegalStateException("not started");
        }
        return log;
    }
}
