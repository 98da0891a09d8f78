package dev.wit4j.embedded.log;

import dev.wit4j.embedded.file.Directory;
import dev.wit4j.embedded.thread.Uninterruptibly;
import dev.wit4j.journal.StorageException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * A log in use. Any number of threads append and wait; one thread writes what they appended and makes it durable for all of
 * them at once. After the first failure nothing is written any more: what the disk holds then is known only to the next opening.
 *
 * @param <E> what is appended
 */
public final class Log<E extends Entry> {
    /** So many bytes are written without anybody waiting for them. */
    private static final long ENOUGH_TO_WRITE = 1 << 20;

    private final Directory directory;
    private final LogOptions options;
    private final ConcurrentSkipListMap<Long, SegmentHeader> segments;
    private final LogWriter writer;
    private final SegmentSupply supply;
    private final long floor;
    private final Optional<String> cut;
    private final Consumer<List<E>> whenDurable;
    private final Thread flusher = new Thread(this::flush, "wit4j-log-flusher");

    private final Alarm alarm = new Alarm(Parking.THREADS);
    private final Durability durability;

    /** The last record that somebody waits for. */
    private final AtomicLong awaited;

    /** Guards what is appended and not yet taken by the flusher. */
    private final ReentrantLock appending = new ReentrantLock();

    private List<Numbered<E>> queue = new ArrayList<>();
    private long queuedBytes;
    private long queuedSince;
    private long nextRecord;
    private boolean closing;

    private record Numbered<E>(long number, E entry, Payload payload) {}

    private Log(Directory directory, LogOptions options, LogOpening.Opened opened, Consumer<List<E>> whenDurable) {
        this.directory = directory;
        this.options = options;
        this.whenDurable = whenDurable;
        segments = opened.segments();
        writer = opened.writer();
        supply = opened.supply();
        floor = opened.floor();
        cut = opened.cut();
        nextRecord = opened.nextRecord();
        durability = new Durability(nextRecord - 1, Parking.THREADS);
        awaited = new AtomicLong(nextRecord - 1);
    }

    /**
     * Opens the log in {@code directory}, or makes one; see {@link #start}.
     *
     * @param applied the last record that is known to have been durable
     * @param whenDurable is given what has become durable, in order, by the thread that writes
     * @throws StorageException if what is there is damaged
     */
    public static <E extends Entry> Log<E> open(
            Directory directory, LogOptions options, long applied, Consumer<List<E>> whenDurable) throws IOException {
        return new Log<>(directory, options, new LogOpening(directory, options).open(applied), whenDurable);
    }

    /** Lets records be appended. Call once; before that, {@link #replay} what there is. */
    public void start() {
        flusher.setDaemon(true);
        flusher.start();
    }

    /** What was written behind the end of the log when it was opened, and is void; empty if there was nothing. */
    public Optional<String> cut() {
        return cut;
    }

    /** The number that was drawn when the log was made. */
    public long id() {
        return segments.firstEntry().getValue().log();
    }

    /** No time in what the log held when it was opened is later, in milliseconds of the epoch. */
    public long floor() {
        return floor;
    }

    /** The number of the last record that was appended; 0 if there is none. */
    public long last() {
        appending.lock();
        try {
            return nextRecord - 1;
        } finally {
            appending.unlock();
        }
    }

    /** The number of the last record that is durable. */
    public long durable() {
        return durability.durable();
    }

    /**
     * Appends a record, which is not durable yet.
     *
     * @return its number
     * @throws StorageException if the log cannot be written any more
     */
    public long append(E entry) {
        appending.lock();
        try {
            checkUsable();
            if (closing) {
                throw new StorageException("the store is closed");
            }
            entry.check();
            long number = nextRecord;
            try {
                entry.appended(number);
                Payload payload = entry.payload();
                queuedSince = queue.isEmpty() ? System.nanoTime() : queuedSince;
                queue.add(new Numbered<>(number, entry, payload));
                queuedBytes += payload.size();
                nextRecord++;
                if (queuedBytes >= ENOUGH_TO_WRITE) {
                    alarm.call();
                } else {
                    alarm.mention();
                }
            } catch (RuntimeException | Error e) {
                poison(e);
                throw e;
            }
            return number;
        } finally {
            appending.unlock();
        }
    }

    /**
     * Returns when record {@code number} and all before it are durable.
     *
     * @throws StorageException if that cannot be said any more
     */
    public void await(long number) {
        if (durability.durable() < number) {
            awaited.accumulateAndGet(number, Math::max);
            alarm.call();
            durability.await(number);
        }
    }

    /**
     * Gives every record behind {@code after} to {@code records}, in order, read from the disk.
     *
     * @throws StorageException if what is there is damaged
     */
    public void replay(long after, RecordConsumer records) throws IOException {
        RecordReader.replay(directory, segments, after, durability.durable(), records);
    }

    /**
     * Reads a record back.
     *
     * @return its bytes; empty if its segment was removed meanwhile
     * @throws StorageException if it is damaged
     */
    public Optional<ByteBuffer> read(Position position) throws IOException {
        try {
            return Optional.of(readPresent(position));
        } catch (StorageException | NoSuchFileException e) {
            if (segments.containsKey(position.segment())) {
                throw e;
            }
            return Optional.empty(); // segments go in their order, so that those behind it may be missing as well
        }
    }

    private ByteBuffer readPresent(Position position) throws IOException {
        try (var reader = new RecordReader(directory, segments, position.segment(), position.offset())) {
            while (true) {
                RecordReader.Found found = reader.next()
                        .orElseThrow(() -> new StorageException("the log is damaged: record " + position.record()
                                + " is not at " + position.offset() + " of "
                                + directory.describe(SegmentNames.of(position.segment()))));
                if (found.position().record() == position.record()) {
                    return found.bytes();
                }
            }
        }
    }

    /**
     * Removes the segments that hold nothing behind record {@code number}, which somebody else now holds durably. One by one: if
     * the power is lost, no segment is missing between two that are there.
     */
    public void release(long number) throws IOException {
        while (segments.size() > 1) {
            Map.Entry<Long, SegmentHeader> first = segments.firstEntry();
            SegmentHeader second = segments.higherEntry(first.getKey()).getValue();
            if (second.firstRecord() > number) {
                return;
            }
            segments.remove(first.getKey());
            directory.delete(SegmentNames.of(first.getKey()));
            directory.sync();
        }
    }

    /** Makes an end of the log's use after a failure; the first one counts. */
    public void poison(Throwable cause) {
        durability.fail(cause);
    }

    /**
     * Does nothing.
     *
     * @throws StorageException if the log has failed
     */
    public void checkUsable() {
        durability.checkUsable();
    }

    /** Takes no more records, and returns when all that were appended are durable, or the log has failed. */
    public void drain() {
        appending.lock();
        try {
            closing = true;
            alarm.call();
        } finally {
            appending.unlock();
        }
        Uninterruptibly.join(flusher);
    }

    /** Drains the log and writes that it was closed in order. After a failure, just closes. */
    public void close() throws IOException {
        drain();
        try {
            if (!durability.hasFailed()) {
                writer.seal(nextRecord);
            }
        } finally {
            abandon();
        }
    }

    /** Closes the files, and no more; for a log that was not started. */
    public void abandon() throws IOException {
        try (writer;
                supply) {
            poison(new StorageException("the store is closed"));
        }
    }

    private void flush() {
        try {
            while (true) {
                List<Numbered<E>> batch = take();
                if (batch.isEmpty()) {
                    return;
                }
                List<E> entries = new ArrayList<>(batch.size());
                long now = options.clock().millis();
                for (Numbered<E> each : batch) {
                    each.entry().placed(writer.write(each.number(), each.payload(), now));
                    entries.add(each.entry());
                }
                writer.sync();
                whenDurable.accept(entries);
                durability.advance(batch.get(batch.size() - 1).number());
            }
        } catch (IOException | RuntimeException | Error e) {
            poison(e);
        }
    }

    /** Waits until something is to be written, and takes all there is; nothing when the log is closed. */
    private List<Numbered<E>> take() {
        boolean idle = false;
        while (true) {
            long patience;
            appending.lock();
            try {
                alarm.rest(idle && queue.isEmpty());
                patience = patience();
                if (closing || patience <= 0) {
                    alarm.work();
                    List<Numbered<E>> batch = queue;
                    queue = new ArrayList<>(batch.size());
                    queuedBytes = 0;
                    return batch;
                }
                idle = queue.isEmpty();
            } finally {
                appending.unlock();
            }
            alarm.sleep(patience);
        }
    }

    /** How long what is queued may wait, in nanoseconds. */
    private long patience() {
        long lingering = options.lingering().toNanos();
        if (queue.isEmpty()) {
            return Math.max(1, lingering);
        }
        boolean urgent = awaited.get() >= queue.get(0).number() || queuedBytes >= ENOUGH_TO_WRITE;
        return urgent ? 0 : queuedSince + lingering - System.nanoTime();
    }
}
