package dev.wit4j.embedded;

import dev.wit4j.embedded.change.ChangeCodec;
import dev.wit4j.embedded.change.MalformedRecordException;
import dev.wit4j.embedded.file.Directory;
import dev.wit4j.embedded.log.Log;
import dev.wit4j.embedded.log.LogOptions;
import dev.wit4j.embedded.log.Position;
import dev.wit4j.embedded.table.TableReader;
import dev.wit4j.embedded.table.TableWriter;
import dev.wit4j.embedded.table.Tables;
import dev.wit4j.journal.StorageException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The log and the tables that follow it: what a transaction goes through, and what all parts of a store share. */
final class Engine implements AutoCloseable {
    private static final long REPLAYED_AT_ONCE = 4 << 20;

    /** The tables are made durable when there are so many segments that could go. */
    private static final long SEGMENTS_PER_CHECKPOINT = 2;

    private final Tables tables;
    private final Log<Transaction> log;
    private final Applier applier;
    private final Budget budget;
    private final StoreClock clock;

    private Engine(Tables tables, Log<Transaction> log, Applier applier, Budget budget, StoreClock clock) {
        this.tables = tables;
        this.log = log;
        this.applier = applier;
        this.budget = budget;
        this.clock = clock;
    }

    /** Opens the log in {@code directory}, and brings {@code tables} up to it. */
    static Engine open(Directory directory, Tables tables, EmbeddedOptions options) throws IOException {
        TableReader.State state = tables.read(TableReader::state);
        var starting = new Starting();
        var logOptions = new LogOptions(options.segmentSize(), options.lingering(), options.clock());
        Log<Transaction> log = Log.open(directory, logOptions, state.applied(), starting::accept);
        try {
            if (state.log() != 0 && state.log() != log.id()) {
                throw new StorageException("the tables belong to another log than the one in " + directory.describe("")
                        + ". Restore the folder from a copy");
            }
            var clock = new StoreClock(options.clock(), Math.max(log.floor(), state.time()));
            var budget = new Budget(options.memory(), log::checkUsable);
            long last = new Replay(log, tables.writer(), clock).run(state.applied());
            var applier =
                    new Applier(tables.writer(), clock, budget, SEGMENTS_PER_CHECKPOINT * options.segmentSize(), last);
            starting.applier = applier;
            log.start();
            applier.start(log);
            return new Engine(tables, log, applier, budget, clock);
        } catch (IOException | RuntimeException | Error e) {
            log.abandon();
            throw e;
        }
    }

    /** Breaks the circle of a log that needs its applier and an applier that needs its log. */
    private static final class Starting {
        private volatile @Nullable Applier applier;

        void accept(List<Transaction> durable) {
            Applier target = applier;
            if (target == null) {
                throw new IllegalStateException("nothing is appended before the start");
            }
            target.accept(durable);
        }
    }

    /** Brings the tables up to the log when a store is opened. */
    private static final class Replay {
        private final Log<Transaction> log;
        private final TableWriter writer;
        private final StoreClock clock;
        private long bytes;
        private long last;

        Replay(Log<Transaction> log, TableWriter writer, StoreClock clock) {
            this.log = log;
            this.writer = writer;
            this.clock = clock;
        }

        /** Applies what is behind {@code applied}, makes it durable, and gives the number of the last record. */
        long run(long applied) throws IOException {
            last = applied;
            log.replay(applied, this::add);
            commit();
            if (writer.checkpoint()) {
                log.release(last);
            }
            return last;
        }

        private void add(Position position, ByteBuffer record) {
            bytes += record.remaining();
            try {
                writer.add(position.record(), ChangeCodec.decode(record));
            } catch (MalformedRecordException e) {
                throw new StorageException("cannot read record " + position.record() + " of the log, at byte "
                        + position.offset() + " of segment " + position.segment() + ": " + e.getMessage());
            }
            last = position.record();
            if (bytes >= REPLAYED_AT_ONCE) {
                commit();
            }
        }

        private void commit() {
            writer.commit(new TableReader.State(log.id(), last, clock.now()));
            bytes = 0;
        }
    }

    /** The tables; what is not yet in them is in the overlays. */
    Tables tables() {
        return tables;
    }

    Log<Transaction> log() {
        return log;
    }

    StoreClock clock() {
        return clock;
    }

    /**
     * Takes from the memory that transactions may have; before any lock that others wait for.
     *
     * @throws StorageException if the store has failed
     */
    void reserve(long bytes) {
        log.checkUsable();
        budget.take(bytes);
    }

    /** Gives back what was reserved for a transaction that was not appended. */
    void cancel(long bytes) {
        budget.give(bytes);
    }

    /**
     * Appends a transaction, for which {@link Transaction#size} is reserved.
     *
     * @return the number of its record
     * @throws StorageException if it may not be appended, or the store has failed
     */
    long append(Transaction transaction) {
        transaction.seal();
        return log.append(transaction);
    }

    /** Returns when record {@code number} is durable. */
    void awaitDurable(long number) {
        log.await(number);
    }

    /** Returns when record {@code number} is in the tables. */
    void awaitApplied(long number) {
        log.await(number);
        applier.await(number);
    }

    /** Applies all, and closes the log in order; after a failure, just closes. */
    @Override
    public void close() throws IOException {
        log.drain();
        applier.close();
        log.close();
    }
}
